import Diagnostics

/// One word that expansion yields, with the place that each byte of it comes from.
struct Field {
  private(set) var bytes: [UInt8] = []
  private(set) var map = SourceMap()
  /// Nothing in it depends on what is not known.
  private(set) var isKnown = true
  /// How many bytes come before what is not known.
  private var knownCount = 0
  /// It is the status of something that failed, and nothing else.
  private(set) var isFailureStatus = false
  /// Written with an unquoted `*`, `?`, `[…]` or `{…}`.
  var isPattern = false
  var range: SourceRange

  init(range: SourceRange) {
    self.range = range
  }

  /// A text that was written in one piece.
  init(_ text: [UInt8], from source: SourceRange, isPattern: Bool, range: SourceRange) {
    bytes = text
    map = SourceMap(text.count, from: source)
    self.isPattern = isPattern
    self.range = range
  }

  var value: Value {
    if isFailureStatus { return .failure }
    return isKnown ? .known(text) : .unknown
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  var knownText: String? { isKnown ? text : nil }

  mutating func append(_ text: ArraySlice<UInt8>, from source: SourceRange) {
    bytes += text
    map.append(text.count, from: source)
    if isFailureStatus, !text.isEmpty { isFailureStatus = false }
  }

  /// Adds text of which each byte has its place in another map.
  mutating func append(_ text: ArraySlice<UInt8>, with places: SourceMap) {
    bytes += text
    map.append(places)
    if !text.isEmpty { isFailureStatus = false }
  }

  mutating func append(_ value: Value, from source: SourceRange) {
    switch value {
    case .known(let text):
      append(ArraySlice(text.utf8), from: source)
    case .failure, .unknown:
      let isWhole = value == .failure && bytes.isEmpty && isKnown
      forget()
      isFailureStatus = isWhole
    }
  }

  mutating func forget() {
    if isKnown { knownCount = bytes.count }
    isKnown = false
    isFailureStatus = false
  }

  func word(in frame: Frame) -> ShellWord {
    let start = isKnown ? "" : String(decoding: bytes[..<knownCount], as: UTF8.self)
    return ShellWord(knownText, knownStart: start, isPattern: isPattern && isKnown, at: frame.resolve(range))
  }
}

/// A text that is being followed, and where it stands in the script around it.
final class Frame {
  let hereDocuments: [HereDocument]
  private let origin: (map: SourceMap, whole: SourceRange, parent: Frame)?

  init(hereDocuments: [HereDocument], origin: (map: SourceMap, whole: SourceRange, parent: Frame)? = nil) {
    self.hereDocuments = hereDocuments
    self.origin = origin
  }

  /// The same place in the outermost script.
  func resolve(_ range: SourceRange) -> SourceRange {
    guard let origin else { return range }
    return origin.parent.resolve(origin.map.source(of: range) ?? origin.whole)
  }
}
