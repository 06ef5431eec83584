/// Writes JSON in the order in which it is told, without blanks; commas come by themselves.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///   $0.member("name", "builder")
///   $0.key("lines")
///   $0.array { $0.value(3) }
/// }
/// ```
public struct JSONWriter: Sendable {
  /// What was written so far; always UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// A writer that has written nothing.
  public init() {}

  /// An object with the members that the closure writes.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// An array with the values that the closure writes.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  /// The name of the member whose value comes next.
  public mutating func key(_ name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A string, or null.
  public mutating func value(_ text: String?) {
    guard let text else { return null() }
    string(text.utf8.span)
  }

  /// A string from bytes; what is not UTF-8 becomes U+FFFD.
  public mutating func value(utf8 text: ArraySlice<UInt8>) {
    if text.allSatisfy({ $0 < 0x80 }) {
      string(text.span)
    } else {
      value(String(decoding: text, as: UTF8.self))
    }
  }

  /// A whole number, or null.
  public mutating func value(_ number: Int?) {
    guard let number else { return null() }
    raw(String(number))
  }

  /// True or false.
  public mutating func value(_ flag: Bool) {
    raw(flag ? "true" : "false")
  }

  /// The value null.
  public mutating func null() {
    raw("null")
  }

  /// Strings in an array, or null.
  public mutating func value(_ texts: [String]?) {
    guard let texts else { return null() }
    array { writer in texts.forEach { writer.value($0) } }
  }

  /// A line feed between documents of a line each.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}

extension JSONWriter {
  /// A member with a string, or null.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// A member with a whole number, or null.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  /// A member that is true or false.
  public mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// A member with an array of strings, or null.
  public mutating func member(_ name: String, _ texts: [String]?) {
    key(name)
    value(texts)
  }
}

extension JSONWriter {
  /// Copies runs that need no escape at once: all but quotation marks, backslashes, and what a terminal that shows the
  /// text would obey, controls of one byte and of two, and those of the reading direction.
  private mutating func string(_ text: Span<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var (start, index) = (0, 0)
    while index < text.count {
      let length = Self.escapedLength(text, index)
      if length > 0 {
        copy(text, start..<index)
        escape(text.extracting(index..<index + length))
        start = index + length
      }
      index += max(1, length)
    }
    copy(text, start..<text.count)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// How many bytes make up the scalar to escape; 0 for one that may stand as it is.
  private static func escapedLength(_ text: Span<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 {
      return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F ? 1 : 0
    }
    if byte == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 { return 2 }
    guard byte == 0xE2, index + 2 < text.count else { return 0 }
    switch (text[index + 1], text[index + 2]) {
    // U+200E, U+200F, U+202A to U+202E; U+2066 to U+2069
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return 3
    default: return 0
    }
  }

  private mutating func copy(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ scalar: Span<UInt8>) {
    switch scalar[0] {
    case UInt8(ascii: "\""): bytes += #"\""#.utf8
    case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
    case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
    case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
    case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
    case 0xC2: escape(code: UInt16(scalar[1]))
    case 0xE2: escape(code: 0x2000 | UInt16(scalar[1] & 0x3F) << 6 | UInt16(scalar[2] & 0x3F))
    default: escape(code: UInt16(scalar[0]))
    }
  }

  private mutating func escape(code: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += #"\u"#.utf8
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(code >> UInt16(shift) & 15)]) }
  }
}
