/// The name of an image, normalised as Docker does it: `node` is `docker.io/library/node:latest`.
package struct ImageReference: Hashable, Sendable {
  /// Registry and path: `docker.io/library/node`.
  package let repository: String
  /// As written, or `latest` where neither tag nor digest is given.
  package let tag: String?
  package let digest: String?
  /// Whether the author wrote a tag.
  package let hasTag: Bool

  /// Why a text is no image name, in Docker's words.
  package enum Malformed: Error {
    case invalid
    case upperCase(String)
  }

  package init(_ text: String) throws(Malformed) {
    var rest = Substring(text)
    var digest: String?
    if let at = rest.firstIndex(of: "@") {
      digest = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    var tag: String?
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    let (domain, path) = Self.split(rest)
    if path.contains(where: { $0.isUppercase }) { throw .upperCase(String(path)) }
    guard Self.isPath(path), Self.isDomain(domain) else { throw .invalid }
    if let tag, !Self.isTag(tag) { throw .invalid }
    if let digest, !Self.isDigest(digest) { throw .invalid }
    self.repository = "\(domain)/\(path)"
    self.tag = tag ?? (digest == nil ? "latest" : nil)
    self.digest = digest
    self.hasTag = tag != nil
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
    var text = Substring(repository)
    if text.hasPrefix("docker.io/") { text = text.dropFirst("docker.io/".count) }
    if text.hasPrefix("library/") { text = text.dropFirst("library/".count) }
    return tag.map { "\(text):\($0)" } ?? String(text)
  }

  /// Docker takes the first component for a registry when it looks like a host name.
  private static func split(_ name: Substring) -> (domain: String, path: String) {
    guard let slash = name.firstIndex(of: "/") else { return ("docker.io", "library/\(name)") }
    let first = name[..<slash]
    let rest = name[name.index(after: slash)...]
    let looksLikeHost =
      first.contains(".") || first.contains(":") || first == "localhost" || first.contains(where: \.isUppercase)
    if !looksLikeHost { return ("docker.io", String(name)) }
    let domain = first == "index.docker.io" ? "docker.io" : String(first)
    return (domain, domain == "docker.io" && !rest.contains("/") ? "library/\(rest)" : String(rest))
  }

  private static func isPath(_ path: String) -> Bool {
    path.utf8.count <= 255
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { component in
        let bytes = Array(component.utf8)
        guard let first = bytes.first, let last = bytes.last, isLowerAlphanumeric(first), isLowerAlphanumeric(last)
        else { return false }
        return separatorsAreSingle(bytes)
      }
  }

  /// Between letters and digits: one dot, one or two underscores, or any run of dashes.
  private static func separatorsAreSingle(_ bytes: [UInt8]) -> Bool {
    var run: [UInt8] = []
    for byte in bytes {
      if isLowerAlphanumeric(byte) {
        run.removeAll(keepingCapacity: true)
        continue
      }
      run.append(byte)
      let dashes = run.allSatisfy { $0 == UInt8(ascii: "-") }
      let underscores = run.count <= 2 && run.allSatisfy { $0 == UInt8(ascii: "_") }
      guard dashes || underscores || run == [UInt8(ascii: ".")] else { return false }
    }
    return true
  }

  private static func isDomain(_ domain: String) -> Bool {
    let host = domain.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if host.count == 2, host[1].isEmpty || !host[1].utf8.allSatisfy({ isDigit($0) }) { return false }
    return !host[0].isEmpty
      && host[0].utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  private static func isTag(_ tag: String) -> Bool {
    guard let first = tag.utf8.first, tag.utf8.count <= 128 else { return false }
    return (isAlphanumeric(first) || first == UInt8(ascii: "_"))
      && tag.utf8.allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  private static func isDigest(_ digest: String) -> Bool {
    let parts = digest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].utf8.first, isAlphanumeric(first), !isDigit(first) else {
      return false
    }
    let hex = parts[1].utf8
    return hex.count >= 32 && hex.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x7A).contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLowerAlphanumeric(byte) || (0x41...0x5A).contains(byte)
  }
}
