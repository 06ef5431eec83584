/// A file that is part of the program itself.
package struct EmbeddedFile: Sendable {
  private let name: StaticString
  private let contents: StaticString
  private let tree: StaticString?

  init(_ name: StaticString, _ contents: StaticString, tree: StaticString? = nil) {
    self.name = name
    self.contents = contents
    self.tree = tree
  }

  package var path: String { name.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }

  package var bytes: [UInt8] { contents.withUTF8Buffer { [UInt8]($0) } }

  package var size: Int { contents.utf8CodeUnitCount }

  /// Calls the body with the nodes of a YAML document as the generator of this target writes them; nil for other files.
  package func withTree<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    tree.map { $0.withUTF8Buffer(body) }
  }

  /// Whether the path comes before another one in byte order.
  func hasPath(before other: String) -> Bool {
    name.withUTF8Buffer { $0.lexicographicallyPrecedes(other.utf8) }
  }
}
