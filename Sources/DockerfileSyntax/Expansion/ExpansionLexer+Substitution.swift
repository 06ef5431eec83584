extension ExpansionLexer {
  /// `$name` and `${name…}`.
  mutating func dollar() throws(ExpansionFailure) -> [UInt8] {
    _ = next()
    guard peek() == UInt32(UInt8(ascii: "{")) else {
      let name = name()
      if name.isEmpty { return [UInt8(ascii: "$")] }
      if let value = value(of: name) { return Array(value.utf8) }
      return options.contains(.skipUnsetEnv) ? Array("$\(name)".utf8) : []
    }
    _ = next()
    switch peek() {
    case Self.endOfInput: throw ExpansionFailure("syntax error: missing '}'")
    case UInt32(UInt8(ascii: "{")), UInt32(UInt8(ascii: "}")), UInt32(UInt8(ascii: ":")):
      throw ExpansionFailure("syntax error: bad substitution")
    default: break
    }
    guard depth < Self.depthLimit else { throw ExpansionFailure("substitutions are nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    let name = name()
    return try substitution(of: name)
  }

  /// A name: letters, digits and underscores; only digits when it begins with one; or a single special character.
  private mutating func name() -> String {
    let first = peek()
    if isUnicodeDigit(first) { return take(while: isUnicodeDigit) }
    if first < 0x80, "@*#?-$!".utf8.contains(UInt8(truncatingIfNeeded: first)) {
      _ = next()
      return Self.string(first)
    }
    return take { isUnicodeLetter($0) || isUnicodeDigit($0) || $0 == 0x5F }
  }

  private mutating func take(while isPart: (UInt32) -> Bool) -> String {
    var bytes: [UInt8] = []
    while !isAtEnd, isPart(peek()) { bytes.append(scalar: next()) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func substitution(of name: String) throws(ExpansionFailure) -> [UInt8] {
    var sign = next()
    var written = Self.string(sign)
    switch sign {
    case UInt32(UInt8(ascii: "}")):
      if let value = value(of: name) { return Array(value.utf8) }
      return options.contains(.skipUnsetEnv) ? Array("${\(name)}".utf8) : []
    case UInt32(UInt8(ascii: "/")): return try replacement(in: name)
    case UInt32(UInt8(ascii: ":")):
      sign = next()
      written += Self.string(sign)
      if sign == 0x23 || sign == 0x25 { throw unsupported(written) }
    case 0x2B, 0x2D, 0x3F, 0x23, 0x25: break
    default: throw unsupported(written)
    }
    let word = try part(until: "}", rawEscapes: sign == 0x23 || sign == 0x25, orElse: "syntax error: missing '}'")
    return try substitution(of: name, sign: sign, written: written, word)
  }

  private mutating func substitution(
    of name: String,
    sign: UInt32,
    written: String,
    _ word: [UInt8]
  ) throws(ExpansionFailure) -> [UInt8] {
    let value = value(of: name)
    if value == nil, options.contains(.skipUnsetEnv) { return Array("${\(name)\(written)".utf8) + word + [0x7D] }
    let isMissing = value == nil || (written.utf8.count > 1 && value?.isEmpty == true)
    let bytes = value.map { Array($0.utf8) } ?? []
    switch sign {
    case 0x2D:
      if isMissing { note(word, for: name, hasValue: false) }
      return isMissing ? word : bytes
    case 0x2B:
      if !isMissing { note(word, for: name, hasValue: true) }
      return isMissing ? [] : word
    case 0x3F:
      guard isMissing else { return bytes }
      let message = value == nil ? "is not allowed to be unset" : "is not allowed to be empty"
      throw ExpansionFailure("\(name): \(word.isEmpty ? message : String(decoding: word, as: UTF8.self))")
    case 0x23, 0x25: return try trimmed(bytes, word, atEnd: sign == 0x25)
    default: throw unsupported(written)
    }
  }

  private mutating func note(_ word: [UInt8], for name: String, hasValue: Bool) {
    standIns.append(StandIn(name: name, text: String(decoding: word, as: UTF8.self), hasValue: hasValue))
  }

  /// The text up to a sign; where the input ends before it, another error says so.
  private mutating func part(
    until stop: Unicode.Scalar,
    rawEscapes: Bool,
    orElse message: String
  ) throws(ExpansionFailure) -> [UInt8] {
    do throws(ExpansionFailure) {
      return try process(until: stop.value, rawEscapes: rawEscapes).text
    } catch {
      throw isAtEnd ? ExpansionFailure(message) : error
    }
  }

  /// `#` and `%` cut the shortest match off, `##` and `%%` the longest.
  private func trimmed(_ value: [UInt8], _ word: [UInt8], atEnd: Bool) throws(ExpansionFailure) -> [UInt8] {
    let sign = UInt8(ascii: atEnd ? "%" : "#")
    let isGreedy = word.first == sign
    var pattern = scalars(of: isGreedy ? word.dropFirst() : word[...])
    var text = scalars(of: value)
    if atEnd {
      // The pattern is matched backwards, which makes an end of the text a start.
      pattern = ShellPattern.reversed(pattern)
      text.reverse()
    }
    let end = try matching(pattern) { (pattern) throws(ShellPattern.Failure) in
      try pattern.prefix(of: text, isGreedy: isGreedy)
    }
    guard let end else { return value }
    let rest = text[end...]
    return Self.bytes(atEnd ? Array(rest.reversed()) : Array(rest))
  }

  /// Does something with a pattern, and puts what is wrong with it into words.
  private func matching<Result>(
    _ pattern: [UInt32],
    _ match: (ShellPattern) throws(ShellPattern.Failure) -> Result
  ) throws(ExpansionFailure) -> Result {
    do throws(ShellPattern.Failure) {
      return try match(try ShellPattern(pattern))
    } catch {
      switch error {
      case .invalidEscape(let scalar):
        let text = String(decoding: Self.bytes(pattern), as: UTF8.self)
        let reason = "invalid escape '\\\(Self.string(scalar))'"
        throw ExpansionFailure("invalid pattern (\(text)) in substitution: \(reason)")
      case .tooLarge: throw ExpansionFailure("the text grows too large")
      case .tooMuchEffort: throw ExpansionFailure("the pattern takes too long to match")
      }
    }
  }

  /// `${name/pattern/replacement}`, with two slashes for every match.
  private mutating func replacement(in name: String) throws(ExpansionFailure) -> [UInt8] {
    let replacesAll = peek() == UInt32(UInt8(ascii: "/"))
    if replacesAll { _ = next() }
    let pattern = try part(until: "/", rawEscapes: true, orElse: "syntax error: missing '/' in ${}")
    let replacement = try part(until: "}", rawEscapes: true, orElse: "syntax error: missing '}'")
    let value = value(of: name)
    if value == nil, options.contains(.skipUnsetEnv) {
      return Array("${\(name)/".utf8) + pattern + [0x2F] + replacement + [0x7D]
    }
    let text = scalars(of: (value ?? "").utf8)
    let template = scalars(of: replacement)
    let limit = input.count + Self.growthLimit
    let result = try matching(scalars(of: pattern)) { (pattern) throws(ShellPattern.Failure) in
      replacesAll
        ? try pattern.replacingAll(in: text, with: template, limit: limit)
        : try pattern.replacingFirst(in: text, with: template)
    }
    return Self.bytes(result)
  }

  private func unsupported(_ written: String) -> ExpansionFailure {
    ExpansionFailure("unsupported modifier (\(written)) in substitution")
  }

  /// A scalar as text; the end of the input is U+FFFD.
  static func string(_ scalar: UInt32) -> String { String(decoding: bytes([scalar]), as: UTF8.self) }

  private static func bytes(_ scalars: [UInt32]) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in scalars { result.append(scalar: scalar) }
    return result
  }
}
