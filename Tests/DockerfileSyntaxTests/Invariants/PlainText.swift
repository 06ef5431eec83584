/// What written text stands for, read in the plainest way, to compare the parser's reading with.
enum PlainText {
  /// How many bytes the white space at the start has that Unicode calls white space.
  static func leadingSpace(_ bytes: ArraySlice<UInt8>) -> Int {
    var rest = bytes
    while let first = rest.first {
      if first == 0x20 || (0x09...0x0D).contains(first) {
        rest = rest.dropFirst()
        continue
      }
      let width = [2, 3].first { isOneSpace(rest.prefix($0), width: $0) }
      guard let width else { break }
      rest = rest.dropFirst(width)
    }
    return bytes.count - rest.count
  }

  private static func isOneSpace(_ bytes: ArraySlice<UInt8>, width: Int) -> Bool {
    guard bytes.count == width, let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var rest = bytes.dropFirst(leadingSpace(bytes[...]))
    while !rest.isEmpty {
      let width = [1, 2, 3].first { rest.count >= $0 && leadingSpace(rest.suffix($0)) == $0 }
      guard let width else { break }
      rest = rest.dropLast(width)
    }
    return Array(rest)
  }

  /// A physical line without its line end.
  static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.dropLast(line.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count)
  }

  /// The part before the escape where the line goes on in the next one.
  static func continued(_ line: ArraySlice<UInt8>, escape: UInt8) -> ArraySlice<UInt8>? {
    let text = line.dropLast(line.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count)
    guard text.last == escape, text.dropLast().last != escape else { return nil }
    return text.dropLast()
  }

  /// Whether a line inside an instruction is dropped: empty, or a comment.
  static func isDropped(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.dropFirst(leadingSpace(line))
    return rest.isEmpty || rest.first == UInt8(ascii: "#")
  }

  /// A run of the source within one instruction, its continuation lines joined; nil when one does not go on.
  static func joined(_ written: some Collection<UInt8>, escape: UInt8) -> [UInt8]? {
    let lines = Array(written).split(separator: 0x0A, omittingEmptySubsequences: false)
    var result: [UInt8] = []
    for (index, line) in lines.dropLast().enumerated() {
      let line = withoutEnd(line)
      if index > 0, isDropped(line) { continue }
      guard let content = continued(line, escape: escape) else { return nil }
      result += content
    }
    return result + (lines.last ?? [])
  }

  /// A string of JSON in its quotes.
  static func unescaped(json written: [UInt8]) -> [UInt8]? {
    guard written.count >= 2, written.first == 0x22, written.last == 0x22 else { return nil }
    var rest = written.dropFirst().dropLast()
    var units: [UInt16] = []
    var result: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        flush(&units, to: &result)
        result.append(byte)
        continue
      }
      guard let kind = rest.popFirst() else { return nil }
      if kind == UInt8(ascii: "u") {
        guard let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else { return nil }
        units.append(unit)
        rest = rest.dropFirst(4)
      } else {
        flush(&units, to: &result)
        let short: [UInt8: UInt8] = [0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09]
        result.append(short[kind] ?? kind)
      }
    }
    flush(&units, to: &result)
    return result
  }

  private static func flush(_ units: inout [UInt16], to result: inout [UInt8]) {
    result += String(decoding: units, as: UTF16.self).utf8
    units = []
  }

  /// A flag without its quotes and escapes, its bytes taken for Latin-1.
  struct UnquotedFlag {
    var text: [UInt8] = []
    /// Where the `=` stands in what was written.
    var equals: Int?

    init(_ written: [UInt8], escape: UInt8) {
      var open: UInt8?
      var isEscaped = false
      for (index, byte) in written.enumerated() {
        if !isEscaped {
          if byte == open {
            open = nil
            continue
          }
          if open == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
            open = byte
            continue
          }
          if byte == escape {
            isEscaped = true
            continue
          }
        }
        isEscaped = false
        if byte == UInt8(ascii: "="), equals == nil { equals = index }
        text += String(Unicode.Scalar(byte)).utf8
      }
    }
  }

  /// The name of a heredoc as it was written, without its quotes; nil where more than quotes is taken out.
  static func unquoted(name written: [UInt8]) -> [UInt8]? {
    guard !written.contains(UInt8(ascii: "$")), String(validating: written, as: UTF8.self) != nil else { return nil }
    var open: UInt8?
    var isEscaped = false
    var result: [UInt8] = []
    for byte in written {
      if isEscaped {
        // In double quotes the escape stays before what it need not protect.
        if open == 0x22, byte != 0x22, byte != 0x5C { result.append(0x5C) }
        isEscaped = false
        result.append(byte)
      } else if byte == 0x5C, open != 0x27 {
        isEscaped = true
      } else if byte == open {
        open = nil
      } else if open == nil, byte == 0x27 || byte == 0x22 {
        open = byte
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
