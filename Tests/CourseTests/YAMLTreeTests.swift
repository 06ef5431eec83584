import Content
import Testing

@testable import Course

@Suite struct YAMLTreeTests {
  private static let files = EmbeddedContent.files.filter { $0.path.hasSuffix(".yml") }

  @Test func `every YAML file of the program is parsed while building`() {
    #expect(Self.files.count >= 5)
    for file in Self.files { #expect(YAMLTree(file) != nil, "\(file.path)") }
    #expect(EmbeddedContent.file("THIRD-PARTY.md").flatMap(YAMLTree.init) == nil)
  }

  @Test func `says the same as parsing the file`() throws {
    for file in Self.files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(try YAMLTree(file)?.root == YAMLNode.document(text, firstLine: 0), "\(file.path)")
    }
  }
}
