/// A file of the course: its path below the folder that it belongs to, and its bytes.
package struct ContentFile: Hashable, Sendable {
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
