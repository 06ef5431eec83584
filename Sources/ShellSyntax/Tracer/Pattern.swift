/// A pattern of the shell, as of `case` and `${x%…}`.
struct Pattern {
  enum Element: Equatable {
    case byte(UInt8)
    /// `?`
    case one
    /// `*`
    case any
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }
  var elements: [Element] = []

  var count: Int { elements.count }

  mutating func append(literal text: some Sequence<UInt8>) {
    elements += text.map(Element.byte)
  }

  /// Text in which `*`, `?`, `[…]` and the backslash are special.
  mutating func append(special text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"):
        if elements.last != .any { elements.append(.any) }
      case UInt8(ascii: "?"): elements.append(.one)
      case UInt8(ascii: "["): elements.append(Self.set(in: text, from: &index) ?? .byte(byte))
      case UInt8(ascii: "\\") where index < text.endIndex:
        elements.append(.byte(text[index]))
        index += 1
      default: elements.append(.byte(byte))
      }
    }
  }

  /// The set whose bracket was just read; nil, with the index unchanged, when it is not closed.
  private static func set(in text: ArraySlice<UInt8>, from index: inout Int) -> Element? {
    var position = index
    var isNegated = false
    if position < text.endIndex, text[position] == UInt8(ascii: "!") || text[position] == UInt8(ascii: "^") {
      isNegated = true
      position += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    while position < text.endIndex, text[position] != UInt8(ascii: "]") || ranges.isEmpty {
      // Classes as [:alpha:] are not told apart.
      guard text[position] != UInt8(ascii: "[") else { return nil }
      let lower = text[position]
      position += 1
      if position + 1 < text.endIndex, text[position] == UInt8(ascii: "-"), text[position + 1] != UInt8(ascii: "]") {
        let upper = text[position + 1]
        if lower <= upper { ranges.append(lower...upper) }
        position += 2
      } else {
        ranges.append(lower...lower)
      }
      if ranges.count > 64 { return nil }
    }
    guard position < text.endIndex else { return nil }
    index = position + 1
    return .set(ranges, isNegated: isNegated)
  }

  /// Whether it matches the whole of a text. `?` and sets take one byte outside ASCII too.
  func matches(_ text: ArraySlice<UInt8>) -> Bool {
    var (element, position) = (0, text.startIndex)
    var restart: (element: Int, position: Int)?
    while position < text.endIndex {
      if element < elements.count, elements[element] == .any {
        restart = (element, position)
        element += 1
      } else if element < elements.count, elements[element].takes(text[position]) {
        element += 1
        position += 1
      } else if let last = restart {
        restart = (last.element, last.position + 1)
        (element, position) = (last.element + 1, last.position + 1)
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { $0 == .any }
  }
}

extension Pattern.Element {
  fileprivate func takes(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let own): own == byte
    case .one, .any: true
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }
}
