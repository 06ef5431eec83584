import Diagnostics

/// Gathers what the parts of a word expand to, and splits it into fields where it was not quoted.
struct FieldSplitter {
  /// What IFS holds unless a script changes it.
  static let blanks: [UInt8] = [32, 9, 10]

  private(set) var fields: [Field] = []
  private var current: Field?
  private let range: SourceRange
  /// False for the value of an assignment and its like, which stay one field.
  let splits: Bool
  /// The bytes of IFS; nil when they are not known.
  private let separators: [UInt8]?

  init(range: SourceRange, splits: Bool, separators: [UInt8]?) {
    self.range = range
    self.splits = splits
    self.separators = separators
  }

  mutating func finish() -> [Field] {
    endField()
    return fields
  }

  mutating func endField() {
    if let current { fields.append(current) }
    current = nil
  }

  /// Text as written: only blanks in the word of `${x:-a b}` split it.
  mutating func append(text: [UInt8], isQuoted: Bool, from source: SourceRange) {
    if isQuoted || !splits {
      change { $0.append(text[...], from: source) }
    } else {
      append(text[...], separatedBy: Self.blanks, from: source, isExact: source.offsets.count == text.count)
    }
  }

  mutating func append(_ value: Value, isQuoted: Bool, from source: SourceRange) {
    guard case .known(let text) = value, splits, !isQuoted else {
      if case .known(let text) = value, text.isEmpty, !isQuoted { return }
      change { $0.append(value, from: source) }
      return
    }
    let bytes = Array(text.utf8)
    guard let separators else {
      if !bytes.isEmpty { change { $0.forget() } }
      return
    }
    append(bytes[...], separatedBy: separators, from: source, isExact: false)
  }

  mutating func forget() {
    change { $0.forget() }
  }

  private mutating func change(_ change: (inout Field) -> Void) {
    var field = current ?? Field(range: range)
    // Its bytes must have one owner, or each change would copy them.
    current = nil
    change(&field)
    current = field
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>,
    separatedBy separators: [UInt8],
    from source: SourceRange,
    isExact: Bool
  ) {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let stop = bytes[start...].firstIndex(where: separators.contains) ?? bytes.endIndex
      if stop > start {
        let piece = bytes[start..<stop]
        let lower = Int(source.lower) + start - bytes.startIndex
        let origin = isExact ? SourceRange(lower..<lower + piece.count) : source
        let isPattern = Self.isPattern(piece)
        change {
          $0.append(piece, from: origin)
          if isPattern { $0.isPattern = true }
        }
      }
      guard stop < bytes.endIndex else { return }
      let isBlank = Self.blanks.contains(bytes[stop])
      // A comma and its like separate even nothing from something.
      if !isBlank, current == nil { current = Field(range: range) }
      endField()
      start = stop + 1
    }
  }

  /// Whether the shell would look for files, or bash expand braces.
  static func isPattern(_ text: some RandomAccessCollection<UInt8>) -> Bool {
    if text.contains(UInt8(ascii: "*")) || text.contains(UInt8(ascii: "?")) { return true }
    if let open = text.firstIndex(of: UInt8(ascii: "[")), text[open...].contains(UInt8(ascii: "]")) { return true }
    guard let open = text.firstIndex(of: UInt8(ascii: "{")), text[open...].contains(UInt8(ascii: "}")) else {
      return false
    }
    return text[open...].contains(UInt8(ascii: ",")) || text[open...].contains(UInt8(ascii: "."))
  }
}
