/// A pattern of a substitution: `*` for any characters, `?` for one, a backslash before either of them.
struct ShellPattern {
  enum Failure: Error {
    /// What followed a backslash; `UInt32.max` for nothing.
    case invalidEscape(UInt32)
    case tooLarge
    case tooMuchEffort
  }

  private enum Token: Equatable {
    case literal(UInt32)
    case any
  }

  /// How many comparisons a match may cost.
  private static let effortLimit = 10_000_000
  private static let lineFeed: UInt32 = 0x0A

  /// What stands between the stars. Neither a star nor a question mark matches a line feed.
  private let segments: [[Token]]

  init(_ pattern: [UInt32]) throws(Failure) {
    var segments: [[Token]] = []
    var segment: [Token] = []
    var index = pattern.first == 0xFEFF ? 1 : 0
    while index < pattern.count {
      let scalar = pattern[index]
      index += 1
      switch scalar {
      case 0x2A:
        segments.append(segment)
        segment = []
      case 0x3F: segment.append(.any)
      case 0x5C:
        let escaped = index < pattern.count ? pattern[index] : UInt32.max
        index += 1
        guard [0x2A, 0x3F, 0x5C, 0x7D, 0x2F].contains(escaped) else { throw Failure.invalidEscape(escaped) }
        segment.append(.literal(escaped))
      default: segment.append(.literal(scalar))
      }
    }
    self.segments = segments + [segment]
  }

  /// A pattern read from its end; an escape stays before its character.
  static func reversed(_ pattern: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var index = 0
    while index < pattern.count {
      if pattern[index] == 0x5C, index + 1 < pattern.count {
        result.append(pattern[index + 1])
        result.append(0x5C)
        index += 2
      } else {
        result.append(pattern[index])
        index += 1
      }
    }
    return result.reversed()
  }

  /// The end of the shortest or longest match at the start of a text.
  func prefix(of text: [UInt32], isGreedy: Bool) throws(Failure) -> Int? {
    var effort = 0
    guard try matches(segments[0], text, at: 0, &effort) else { return nil }
    return try end(in: text, from: 0, isGreedy: isGreedy, &effort)
  }

  func replacingFirst(in text: [UInt32], with replacement: [UInt32]) throws(Failure) -> [UInt32] {
    var effort = 0
    guard let match = try firstMatch(in: text, from: 0, &effort) else { return text }
    return text[..<match.lowerBound] + replacement + text[match.upperBound...]
  }

  /// Replaces every match; an empty one right behind another is passed over.
  func replacingAll(in text: [UInt32], with template: [UInt32], limit: Int) throws(Failure) -> [UInt32] {
    let parts = ReplacementTemplate(template)
    var result: [UInt32] = []
    var effort = 0
    var lastEnd = 0
    var position = 0
    while position <= text.count, let match = try firstMatch(in: text, from: position, &effort) {
      result += text[lastEnd..<match.lowerBound]
      if match.upperBound > lastEnd || match.lowerBound == 0 {
        parts.append(to: &result, match: text[match])
      }
      guard result.count <= limit else { throw Failure.tooLarge }
      lastEnd = match.upperBound
      position = max(position + 1, match.upperBound)
    }
    return result + text[lastEnd...]
  }

  private func firstMatch(in text: [UInt32], from start: Int, _ effort: inout Int) throws(Failure) -> Range<Int>? {
    var position = start
    while let found = try find(segments[0], text, from: position, before: text.count, &effort) {
      if let end = try end(in: text, from: found, isGreedy: true, &effort) { return found..<end }
      // Later starts in the same line would miss the same segment.
      guard let newline = text[found...].firstIndex(of: Self.lineFeed) else { return nil }
      position = newline + 1
    }
    return nil
  }

  /// The end of a match whose first segment is known to be at an index.
  private func end(in text: [UInt32], from start: Int, isGreedy: Bool, _ effort: inout Int) throws(Failure) -> Int? {
    var position = start + segments[0].count
    guard segments.count > 1 else { return position }
    let limit = text[position...].firstIndex(of: Self.lineFeed) ?? text.count
    for segment in segments[1..<segments.count - 1] {
      guard let found = try find(segment, text, from: position, before: limit, &effort) else { return nil }
      position = found + segment.count
    }
    let last = segments[segments.count - 1]
    guard isGreedy else {
      return try find(last, text, from: position, before: limit, &effort).map { $0 + last.count }
    }
    var candidate = limit - last.count
    while candidate >= position {
      if try matches(last, text, at: candidate, &effort) { return candidate + last.count }
      candidate -= 1
    }
    return nil
  }

  private func find(
    _ segment: [Token],
    _ text: [UInt32],
    from start: Int,
    before limit: Int,
    _ effort: inout Int
  ) throws(Failure) -> Int? {
    var position = start
    while position + segment.count <= limit {
      if try matches(segment, text, at: position, &effort) { return position }
      position += 1
    }
    return nil
  }

  private func matches(_ segment: [Token], _ text: [UInt32], at position: Int, _ effort: inout Int) throws(Failure)
    -> Bool
  {
    guard effort < Self.effortLimit else { throw Failure.tooMuchEffort }
    guard position + segment.count <= text.count else { return false }
    for (offset, token) in segment.enumerated() {
      effort += 1
      switch token {
      case .any: if text[position + offset] == Self.lineFeed { return false }
      case .literal(let scalar): if text[position + offset] != scalar { return false }
      }
    }
    effort += 1
    return true
  }
}

/// The replacement of `//`, in which a dollar still has a meaning: `$0` is the match, other names are empty.
private struct ReplacementTemplate {
  private enum Part {
    case text([UInt32])
    case match
  }

  private var parts: [Part] = []

  init(_ template: [UInt32]) {
    var text: [UInt32] = []
    var index = 0
    while index < template.count {
      let scalar = template[index]
      index += 1
      guard scalar == 0x24 else {
        text.append(scalar)
        continue
      }
      if index < template.count, template[index] == 0x24 {
        text.append(scalar)
        index += 1
      } else if let (name, end) = Self.name(in: template, at: index) {
        index = end
        if name == [0x30] {
          parts += [.text(text), .match]
          text = []
        }
      } else {
        text.append(scalar)
      }
    }
    parts.append(.text(text))
  }

  /// `name` or `{name}`.
  private static func name(in template: [UInt32], at start: Int) -> (name: [UInt32], end: Int)? {
    let isBraced = start < template.count && template[start] == 0x7B
    let first = isBraced ? start + 1 : start
    var index = first
    while index < template.count, isNamePart(template[index]) { index += 1 }
    guard index > first else { return nil }
    let name = Array(template[first..<index])
    guard isBraced else { return (name, index) }
    guard index < template.count, template[index] == 0x7D else { return nil }
    return (name, index + 1)
  }

  private static func isNamePart(_ scalar: UInt32) -> Bool {
    isUnicodeLetter(scalar) || isUnicodeDigit(scalar) || scalar == 0x5F
  }

  func append(to result: inout [UInt32], match: ArraySlice<UInt32>) {
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .match: result += match
      }
    }
  }
}
