import Diagnostics

/// The name of an image, normalised as Docker does it: `node` is `docker.io/library/node:latest`.
package struct ImageReference: Hashable, Sendable {
  /// Registry and path: `docker.io/library/node`.
  package let repository: String
  /// As written, or `latest` where neither tag nor digest is given.
  package let tag: String?
  package let digest: String?
  /// Whether the author wrote a tag.
  package let hasTag: Bool

  /// Why a text is no image name.
  package struct Malformed: Error, Hashable {
    /// Docker's own words.
    package let message: String
  }

  package init(_ text: String) throws(Malformed) {
    let bytes = Array(text.utf8)
    let parts = try bytes.withUnsafeBufferPointer { (bytes) throws(Malformed) in try ImageNameParts(bytes) }
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    repository = parts.prefix + string(parts.name)
    hasTag = parts.tag != nil
    digest = parts.digest.map(string)
    tag = parts.tag.map(string) ?? (digest == nil ? "latest" : nil)
  }

  /// What Docker says of bytes that are no image name; nil for one.
  package static func problem(_ bytes: UnsafeBufferPointer<UInt8>) -> Malformed? {
    do throws(Malformed) {
      _ = try ImageNameParts(bytes)
      return nil
    } catch {
      return error
    }
  }

  package static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ImageNameParts.isPlain(bytes) || problem(bytes) == nil
  }

  /// The full name with tag and digest.
  package var description: String {
    var text = repository
    if let tag { text += ":\(tag)" }
    if let digest { text += "@\(digest)" }
    return text
  }

  /// As people write it, without Docker Hub's prefixes.
  package var familiarName: String {
    var name = withBytes(of: repository) { bytes in
      var rest = bytes[...]
      for prefix in ["docker.io/", "library/"] as [StaticString] {
        let isThere = prefix.withUTF8Buffer { rest.count >= $0.count && rest.prefix($0.count).elementsEqual($0) }
        if isThere { rest = rest.dropFirst(prefix.utf8CodeUnitCount) }
      }
      return String(decoding: rest, as: UTF8.self)
    }
    if let tag {
      name += ":"
      name += tag
    }
    return name
  }
}
