import Diagnostics

/// Names of variables that tell of a secret: the words that BuildKit's own rule SecretsUsedInArgOrEnv looks for, and
/// those that clear a name of suspicion.
enum SecretName {
  private enum Word {
    case secret
    /// Where it is the last one, the name is of something else: `TOKEN_URL`.
    case harmlessAtEnd
    case harmless
  }

  private static let words: NamedValues<Word> = {
    var words: [String: Word] = ["public": .harmless]
    for word in ["url", "uri", "path", "file", "name", "id", "host", "endpoint"] { words[word] = .harmlessAtEnd }
    for word in [
      "apikey", "auth", "credential", "credentials", "key", "password", "passwd", "pword", "secret", "token",
    ] {
      words[word] = .secret
    }
    return NamedValues(words)
  }()

  static func matches(_ name: some Collection<UInt8>) -> Bool {
    // Other alphabets have letters that are the same in lower case as one of these.
    guard name.allSatisfy({ $0 < 0x80 }) else {
      return matches(lower: Array(String(decoding: name, as: UTF8.self).lowercased().utf8))
    }
    return matches(lower: name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
  }

  private static func matches(lower name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { bytes in
      var isSecret = false
      var last: Word?
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, !isSeparator(bytes[end]) { end += 1 }
        if end > start {
          last = words[UnsafeBufferPointer(rebasing: bytes[start..<end])]
          if last == .harmless { return false }
          isSecret = isSecret || last == .secret
        }
        start = end + 1
      }
      if last == .harmlessAtEnd { return false }
      return isSecret || endsAsKey(bytes)
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }

  /// `API_KEY`, `MYAPIKEY`: the separators do not count.
  private static func endsAsKey(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let letters = name.reversed().lazy.filter { !isSeparator($0) }
    return letters.prefix(6).elementsEqual("yekipa".utf8)
  }
}
