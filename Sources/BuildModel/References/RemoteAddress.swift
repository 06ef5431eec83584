/// The parts of a URL as far as Docker looks at them. What Go's URL parser refuses is none.
struct RemoteAddress {
  struct QueryItem {
    let name: String
    let value: String
  }

  let scheme: String
  /// Decoded.
  let path: String
  let query: [QueryItem]
  /// Decoded, without the `#`.
  let fragment: String

  /// `http://…`, `https://…`, `ssh://…`, `git://…`.
  init?(_ text: String) {
    guard let colon = text.range(of: "://"), let parts = Parts(text[colon.upperBound...]) else { return nil }
    let scheme = text[..<colon.lowerBound].lowercased()
    guard ["http", "https", "ssh", "git"].contains(scheme) else { return nil }
    let slash = parts.path.firstIndex(of: "/") ?? parts.path.endIndex
    guard Self.isAuthority(parts.path[..<slash]), let path = Self.decoded(parts.path[slash...]) else { return nil }
    self.scheme = scheme
    self.path = path
    query = Self.items(parts.query).filter(\.isWellFormed).map(\.item)
    fragment = parts.fragment
  }

  /// A path with a query and a fragment.
  init?(path text: String) {
    guard let parts = Parts(text[...]), let path = Self.decoded(parts.path) else { return nil }
    scheme = "https"
    self.path = path
    query = Self.items(parts.query).filter(\.isWellFormed).map(\.item)
    fragment = parts.fragment
  }

  /// `user@host:path`, as scp and Git take it.
  init?(secureCopy text: String) {
    guard let at = text.firstIndex(of: "@"), let colon = text[at...].firstIndex(of: ":") else { return nil }
    let user = text[..<at].utf8
    let host = text[text.index(after: at)..<colon].utf8
    guard !user.isEmpty, user.allSatisfy({ Self.isLabelByte($0) || $0 == 0x5F }), !host.isEmpty,
      host.allSatisfy({ Self.isLabelByte($0) || $0 == 0x2E }), !text[colon...].utf8.contains(0x0A)
    else { return nil }
    var rest = text[text.index(after: colon)...]
    var written = ""
    let question = rest.firstIndex(of: "?")
    let hash = rest.firstIndex(of: "#")
    if let question, hash.map({ question < $0 }) ?? true {
      let tail = rest[rest.index(after: question)...]
      let end = tail.firstIndex(of: "#")
      written = String(tail[..<(end ?? tail.endIndex)])
      fragment = end.map { String(tail[tail.index(after: $0)...]) } ?? ""
      rest = rest[..<question]
    } else {
      fragment = hash.map { String(rest[rest.index(after: $0)...]) } ?? ""
      rest = rest[..<(hash ?? rest.endIndex)]
    }
    let items = Self.items(written[...])
    guard items.allSatisfy(\.isWellFormed) else { return nil }
    scheme = "ssh"
    path = String(rest)
    query = items.map(\.item)
  }

  private struct Parts {
    let path: Substring
    let query: Substring
    let fragment: String

    init?(_ text: Substring) {
      guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
      let hash = text.firstIndex(of: "#")
      let front = text[..<(hash ?? text.endIndex)]
      guard let fragment = RemoteAddress.decoded(hash.map { text[text.index(after: $0)...] } ?? "") else { return nil }
      let question = front.firstIndex(of: "?")
      self.fragment = fragment
      path = front[..<(question ?? front.endIndex)]
      query = question.map { front[front.index(after: $0)...] } ?? ""
    }
  }

  /// `[user[:password]@]host[:port]`.
  private static func isAuthority(_ text: Substring) -> Bool {
    let at = text.lastIndex(of: "@")
    let host = at.map { text[text.index(after: $0)...] } ?? text
    if let at, !text[..<at].utf8.allSatisfy({ isUserByte($0) }) { return false }
    if host.first == "[" {
      guard let end = host.lastIndex(of: "]") else { return false }
      return isPort(host[host.index(after: end)...])
    }
    let colon = host.lastIndex(of: ":") ?? host.endIndex
    guard isPort(host[colon...]) else { return false }
    let name = host[..<colon]
    return name.utf8.allSatisfy { isHostByte($0) } && (decoded(name) != nil)
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || (text.first == ":" && text.dropFirst().utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 })
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x2D
  }

  private static func isUserByte(_ byte: UInt8) -> Bool { isLabelByte(byte) || "._:~!$&'()*+,;=%@".utf8.contains(byte) }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isLabelByte(byte) || "._~!$&'()*+,;=:[]<>\"%".utf8.contains(byte)
  }

  /// nil for a percent sign without two hexadecimal digits.
  private static func decoded(_ text: Substring, plusIsBlank: Bool = false) -> String? {
    var result: [UInt8] = []
    var bytes = text.utf8[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(plusIsBlank && byte == UInt8(ascii: "+") ? 0x20 : byte)
        continue
      }
      let digits = bytes.prefix(2)
      guard digits.count == 2, digits.allSatisfy(ImageDigest.isHexadecimal),
        let value = UInt8(String(Substring(digits)), radix: 16)
      else { return nil }
      result.append(value)
      bytes = bytes.dropFirst(2)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The fields of a query; an ill-formed one spoils a repository in scp's form and is passed over elsewhere.
  private static func items(_ text: Substring) -> [(item: QueryItem, isWellFormed: Bool)] {
    text.split(separator: "&").map { field in
      let equals = field.firstIndex(of: "=")
      let name = decoded(field[..<(equals ?? field.endIndex)], plusIsBlank: true)
      let value = decoded(equals.map { field[field.index(after: $0)...] } ?? "", plusIsBlank: true)
      let isWellFormed = name != nil && value != nil && !field.contains(";")
      return (QueryItem(name: name ?? "", value: value ?? ""), isWellFormed)
    }
  }
}

extension String {
  /// The first place of another text; without Foundation, whose search knows about equivalent characters.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    let pattern = Array(other.utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index...].starts(with: pattern) { return index..<utf8.index(index, offsetBy: pattern.count) }
      index = utf8.index(after: index)
    }
    return nil
  }
}
