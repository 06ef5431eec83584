import DockerfileSyntax

/// Where the parts of an image name lie in its text, by the grammar of distribution/reference.
struct ImageNameParts {
  /// What Docker puts before a short name.
  let prefix: String
  /// Registry and path as far as they are written.
  let name: Range<Int>
  private(set) var tag: Range<Int>?
  private(set) var digest: Range<Int>?

  /// How many bytes a path may have.
  private static let longestPath = 255

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImageReference.Malformed) {
    if bytes.count == 64, bytes.allSatisfy({ ImageDigest.isLowerHexadecimal($0) }) {
      let name = DockerText.string(bytes)
      throw .init(message: "invalid repository name (\(name)), cannot specify 64-byte hexadecimal strings")
    }
    let split = Split(bytes)
    let colon = bytes.firstIndex(UInt8(ascii: ":"), in: split.rest) ?? bytes.count
    try Self.refuseCapitals(bytes, split.rest.lowerBound..<colon, isOfficial: split.isOfficial)
    let at = bytes.firstIndex(UInt8(ascii: "@"), in: split.rest) ?? bytes.count
    let nameEnd = min(colon, at)
    prefix = split.prefix
    name = split.name.lowerBound..<nameEnd
    if colon < at { tag = colon + 1..<at }
    if at < bytes.count { digest = at + 1..<bytes.count }
    let path = split.rest.lowerBound..<nameEnd
    guard tag.map({ Self.isTag(bytes, $0) }) ?? true, digest.map({ ImageDigest.isWellFormed(bytes, $0) }) ?? true else {
      throw Self.malformed(bytes)
    }
    guard Self.isName(bytes, split, path) else { throw Self.malformed(bytes) }
    let length = (Self.isDomain(bytes, split.domain) ? path : name).count + (split.isOfficial ? 8 : 0)
    guard length <= Self.longestPath else {
      throw .init(message: "repository name must not be more than \(Self.longestPath) characters")
    }
    if let digest, let message = ImageDigest.problem(bytes, digest) { throw .init(message: message) }
  }

  /// Whether it is a name of small letters and digits with or without a tag, which needs no closer look.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count < 64, let first = bytes.first, isLowerAlphanumeric(first) else { return false }
    var index = 1
    while index < bytes.count, isLowerAlphanumeric(bytes[index]) { index += 1 }
    if index == bytes.count { return true }
    return bytes[index] == UInt8(ascii: ":") && isTag(bytes, index + 1..<bytes.count)
  }

  /// A text, divided into registry and rest: its first component is a registry when it looks like a host.
  private struct Split {
    var prefix = ""
    /// Empty where Docker Hub is meant.
    var domain = 0..<0
    var rest: Range<Int>
    /// What is written of registry and path.
    var name: Range<Int>
    /// `library/` belongs before the path.
    var isOfficial = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      let whole = 0..<bytes.count
      rest = whole
      name = whole
      guard let slash = bytes.firstIndex(UInt8(ascii: "/"), in: whole) else {
        prefix = "docker.io/library/"
        isOfficial = true
        return
      }
      let first = 0..<slash
      let isHub = bytes.equals("docker.io", in: first) || bytes.equals("index.docker.io", in: first)
      if isHub {
        prefix = "docker.io/"
        rest = slash + 1..<bytes.count
        name = rest
        isOfficial = bytes.firstIndex(UInt8(ascii: "/"), in: rest) == nil
        if isOfficial { prefix += "library/" }
      } else if bytes.equals("localhost", in: first) || Split.looksLikeHost(bytes, first) {
        domain = first
        rest = slash + 1..<bytes.count
      } else {
        prefix = "docker.io/"
      }
    }

    private static func looksLikeHost(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
      for byte in bytes[range] where byte == 0x2E || byte == 0x3A || (byte >= 0x41 && byte <= 0x5A) { return true }
      return hasWideCapital(bytes, range)
    }
  }

  /// A capital beyond ASCII, or a byte that is no UTF-8, which Go's ToLower changes, too.
  private static func hasWideCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard bytes[range].contains(where: { $0 >= 0x80 }) else { return false }
    return !DockerText.lower(bytes[range]).utf8.elementsEqual(bytes[range])
  }

  private static func refuseCapitals(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>,
    isOfficial: Bool
  ) throws(ImageReference.Malformed) {
    let hasCapital = bytes[range].contains { $0 >= 0x41 && $0 <= 0x5A } || hasWideCapital(bytes, range)
    guard hasCapital else { return }
    let name = (isOfficial ? "library/" : "") + DockerText.string(bytes[range])
    throw .init(message: "invalid reference format: repository name (\(name)) must be lowercase")
  }

  /// What looks like a host but is none may still be the first component of a path.
  private static func isName(_ bytes: UnsafeBufferPointer<UInt8>, _ split: Split, _ path: Range<Int>) -> Bool {
    if split.domain.isEmpty { return isPath(bytes, path) }
    if isDomain(bytes, split.domain), isPath(bytes, path) { return true }
    return isPath(bytes, split.name.lowerBound..<path.upperBound)
  }

  /// Docker says something else where small letters would make it a name: those of all alphabets, for the small form of
  /// a Kelvin sign is a k.
  private static func malformed(_ bytes: UnsafeBufferPointer<UInt8>) -> ImageReference.Malformed {
    let isNameInSmallLetters = Array(DockerText.lower(bytes).utf8).withUnsafeBufferPointer { isReference($0) }
    return .init(message: isNameInSmallLetters ? "repository name must be lowercase" : "invalid reference format")
  }

  /// A name, with or without tag and digest.
  private static func isReference(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let split = Split(bytes)
    let colon = bytes.firstIndex(UInt8(ascii: ":"), in: split.rest) ?? bytes.count
    let at = bytes.firstIndex(UInt8(ascii: "@"), in: split.rest) ?? bytes.count
    return isName(bytes, split, split.rest.lowerBound..<min(colon, at)) && (colon >= at || isTag(bytes, colon + 1..<at))
      && (at == bytes.count || ImageDigest.isWellFormed(bytes, at + 1..<bytes.count))
  }

  /// Components of small letters and digits; between them one dot, one or two underscores, or any run of dashes.
  private static func isPath(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var separator: UInt8 = UInt8(ascii: "/")
    var length = 1
    for byte in bytes[range] {
      if isLowerAlphanumeric(byte) {
        length = 0
        continue
      }
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."): guard length == 0 else { return false }
      case UInt8(ascii: "-"): guard length == 0 || separator == byte else { return false }
      case UInt8(ascii: "_"): guard length == 0 || (separator == byte && length == 1) else { return false }
      default: return false
      }
      separator = byte
      length += 1
    }
    return length == 0
  }

  /// `host[:port]`, the host a name of dotted labels or an IPv6 address in brackets.
  private static func isDomain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first else { return false }
    var index = range.lowerBound
    if first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(UInt8(ascii: "]"), in: range), end > index + 1 else { return false }
      let inner = bytes[index + 1..<end]
      guard inner.allSatisfy({ $0 == 0x3A || ImageDigest.isHexadecimal($0) }) else { return false }
      index = end + 1
    } else {
      let colon = bytes.firstIndex(UInt8(ascii: ":"), in: range) ?? range.upperBound
      guard areLabels(bytes, range.lowerBound..<colon) else { return false }
      index = colon
    }
    if index == range.upperBound { return true }
    let port = bytes[index + 1..<range.upperBound]
    return bytes[index] == UInt8(ascii: ":") && !port.isEmpty && port.allSatisfy { isDigit($0) }
  }

  private static func areLabels(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var previous = UInt8(ascii: ".")
    for byte in bytes[range] {
      if byte == UInt8(ascii: ".") {
        guard isAlphanumeric(previous) else { return false }
      } else if byte == UInt8(ascii: "-") {
        guard previous != UInt8(ascii: ".") else { return false }
      } else if !isAlphanumeric(byte) {
        return false
      }
      previous = byte
    }
    return isAlphanumeric(previous)
  }

  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first, range.count <= 128, isAlphanumeric(first) || first == 0x5F else {
      return false
    }
    return bytes[range].allSatisfy { isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2E || $0 == 0x2D }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || (byte >= 0x61 && byte <= 0x7A) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLowerAlphanumeric(byte) || (byte >= 0x41 && byte <= 0x5A)
  }
}
