import Classroom
import Course
import TestKit
import Testing

@testable import Engine

@Suite struct ContextLayoutTests {
  private let exercise = [
    ContentFile(path: "package.json", bytes: Array("{}".utf8)),
    ContentFile(path: "src/main.js", bytes: Array("1".utf8)),
  ]

  private func lay(_ origin: String?, in folder: TemporaryFolder) throws -> (layout: ContextLayout, place: Workplace) {
    let place = try Workplace(beneath: folder.path)
    let file = origin.map { FilePath("\(folder.path)/\($0)") }
    let layout = try ContextLayout(Array("FROM a\n".utf8), from: file, exercise: exercise, name: "one", in: place)
    return (layout, place)
  }

  @Test(arguments: ["class/ada.Dockerfile", nil])
  func `a Dockerfile alone gets the exercise's files around it`(origin: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "class/ada.Dockerfile")
    try folder.write([], to: "class/other.txt")
    let (layout, place) = try lay(origin, in: folder)
    #expect(layout.context == place.path + "/one/context")
    #expect(layout.ignoreFile == nil)
    #expect(try folder.bytes("\(place.name)/one/Dockerfile") == Array("FROM a\n".utf8))
    for name in ["package.json", "src/main.js", "Dockerfile"] {
      #expect(folder.holds("\(place.name)/one/context/\(name)"))
    }
    #expect(!folder.holds("\(place.name)/one/context/other.txt"))
  }

  @Test func `where the exercise lies, its folder is the context`() throws {
    let folder = try TemporaryFolder()
    for name in ["work/package.json", "work/src/mine.js", "work/Dockerfile"] { try folder.write([], to: name) }
    let (layout, _) = try lay("work/Dockerfile", in: folder)
    #expect(layout.context == folder.path + "/work")
    // What was graded is built, whatever happens to the file meanwhile.
    #expect(layout.dockerfile.hasSuffix("/one/Dockerfile"))
  }

  @Test func `the ignore file of its own name counts first`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("a".utf8), to: "Dockerfile.dockerignore")
    try folder.write(Array("b".utf8), to: ".dockerignore")
    let (layout, place) = try lay("Dockerfile", in: folder)
    #expect(layout.ignoreFile == layout.dockerfile + ".dockerignore")
    #expect(try folder.bytes("\(place.name)/one/Dockerfile.dockerignore") == Array("a".utf8))
    let (other, second) = try lay("x.Dockerfile", in: folder)
    #expect(other.ignoreFile != nil)
    #expect(try folder.bytes("\(second.name)/one/Dockerfile.dockerignore") == Array("b".utf8))
  }

  @Test func `an ignore file that cannot be read stops the build`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("secret".utf8), to: "Dockerfile.dockerignore/list")
    try folder.write(Array("b".utf8), to: ".dockerignore")
    let error = #expect(throws: UnreadableIgnoreFile.self) { try lay("Dockerfile", in: folder) }
    #expect(error?.path == "\(folder.path)/Dockerfile.dockerignore")
    #expect(error?.description.contains("cannot be read: ") == true)
  }
}
