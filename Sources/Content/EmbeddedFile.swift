/// A file that is part of the program itself.
package struct EmbeddedFile: Sendable {
  private let name: StaticString
  private let contents: StaticString

  init(_ name: StaticString, _ contents: StaticString) {
    self.name = name
    self.contents = contents
  }

  package var path: String { name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }

  package var bytes: [UInt8] { contents.withUTF8Buffer { [UInt8]($0) } }

  package var size: Int { contents.utf8CodeUnitCount }

  /// Whether the path comes before another one in byte order.
  func hasPath(before other: String) -> Bool {
    name.withUTF8Buffer { $0.lexicographicallyPrecedes(other.utf8) }
  }
}
