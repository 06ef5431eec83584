/// The regular expression that BuildKit makes of an ignore pattern, run over all its states at once: the time is that
/// of the path's length times the pattern's.
struct IgnoreExpression: Sendable {
  /// What a whole pattern comes to.
  enum Shape: Sendable {
    case exact, beginning, ending
    case expression(IgnoreExpression)
  }

  private enum Step: Sendable {
    case one(Scalars)
    /// Any number of them.
    case many(Scalars)
    /// `(.*/)?`: any number of components.
    case folders
    /// Only at the start of the path: what a bare `^` means to a regular expression.
    case start
  }

  /// Some scalars, or all but some.
  private struct Scalars: Sendable {
    var ranges: [ClosedRange<Unicode.Scalar>]
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      ranges.contains { $0.contains(scalar) } != isNegated
    }

    static func one(_ scalar: Unicode.Scalar) -> Scalars { Scalars(ranges: [scalar...scalar]) }
    static let notSlash = Scalars(ranges: ["/"..."/"], isNegated: true)
    static let notLineEnd = Scalars(ranges: ["\n"..."\n"], isNegated: true)
  }

  private var steps: [Step] = []

  // MARK: - Reading

  /// Walks over a pattern as BuildKit does, which remembers only the last kind that it saw.
  static func shape(of pattern: [Unicode.Scalar]) -> Shape {
    var shape = Shape.exact
    var expression = IgnoreExpression()
    var index = 0
    while index < pattern.count {
      let start = index
      let isPlain = expression.read(pattern, &index)
      let isDouble = pattern[start] == "*" && start + 1 < pattern.count && pattern[start + 1] == "*"
      if isDouble, index == pattern.count, case .exact = shape {
        shape = .beginning
      } else if !isPlain {
        shape = .expression(expression)
      }
      if isDouble, start == 0 { shape = .ending }
    }
    if case .expression = shape { return .expression(expression) }
    return shape
  }

  /// Reads one sign; true for a character that stands for itself without any.
  private mutating func read(_ pattern: [Unicode.Scalar], _ index: inout Int) -> Bool {
    let scalar = pattern[index]
    index += 1
    switch scalar {
    case "*":
      guard index < pattern.count, pattern[index] == "*" else {
        steps.append(.many(.notSlash))
        return false
      }
      index += 1
      if index < pattern.count, pattern[index] == "/" { index += 1 }
      steps.append(index == pattern.count ? .many(.notLineEnd) : .folders)
      return false
    case "?":
      steps.append(.one(.notSlash))
      return false
    case "\\" where index < pattern.count:
      steps.append(.one(.one(pattern[index])))
      index += 1
      return false
    case "[":
      readClass(pattern, &index)
      return false
    case "]":
      steps.append(.one(.one("]")))
      return false
    case "^":
      steps.append(.start)
      return true
    default:
      steps.append(.one(.one(scalar)))
      return true
    }
  }

  /// `[a-z]`, `[^a-z]`; that there is an end is known.
  private mutating func readClass(_ pattern: [Unicode.Scalar], _ index: inout Int) {
    var scalars = Scalars(ranges: [])
    if index < pattern.count, pattern[index] == "^" {
      scalars.isNegated = true
      index += 1
    }
    while index < pattern.count, pattern[index] != "]" {
      let low = Self.member(pattern, &index)
      var high = low
      if index + 1 < pattern.count, pattern[index] == "-" {
        index += 1
        high = Self.member(pattern, &index)
      }
      if low <= high { scalars.ranges.append(low...high) }
    }
    index += 1
    steps.append(.one(scalars))
  }

  private static func member(_ pattern: [Unicode.Scalar], _ index: inout Int) -> Unicode.Scalar {
    if pattern[index] == "\\", index + 1 < pattern.count { index += 1 }
    defer { index += 1 }
    return pattern[index]
  }

  /// What Go's `filepath.Match` accepts.
  static func isPattern(_ pattern: [Unicode.Scalar]) -> Bool {
    var index = 0
    while index < pattern.count {
      defer { index += 1 }
      if pattern[index] == "\\" {
        index += 1
        guard index < pattern.count else { return false }
      } else if pattern[index] == "[" {
        index += 1
        guard isClass(pattern, &index) else { return false }
      }
    }
    return true
  }

  private static func isClass(_ pattern: [Unicode.Scalar], _ index: inout Int) -> Bool {
    if index < pattern.count, pattern[index] == "^" { index += 1 }
    var count = 0
    while index < pattern.count {
      if pattern[index] == "]", count > 0 { return true }
      guard isMember(pattern, &index) else { return false }
      if index < pattern.count, pattern[index] == "-" {
        index += 1
        guard isMember(pattern, &index) else { return false }
      }
      count += 1
    }
    return false
  }

  private static func isMember(_ pattern: [Unicode.Scalar], _ index: inout Int) -> Bool {
    guard index < pattern.count, pattern[index] != "-", pattern[index] != "]" else { return false }
    if pattern[index] == "\\" { index += 1 }
    index += 1
    return index < pattern.count
  }

  // MARK: - Matching

  /// Whether the text up to one of some offsets, in rising order, matches.
  func matches(_ text: [Unicode.Scalar], endingAt ends: [Int]) -> Bool {
    var ends = ends[...]
    var states = States(count: steps.count)
    enter(0, &states, at: 0)
    for index in 0...text.count {
      while let end = ends.first, end <= index {
        if end == index, states.before[steps.count] { return true }
        ends.removeFirst()
      }
      guard index < text.count, !ends.isEmpty else { return false }
      states = advance(states, over: text[index], to: index + 1)
    }
    return false
  }

  private struct States {
    /// The steps that may come next; one more for the end.
    var before: [Bool]
    /// In the folders of a `**/`.
    var within: [Bool]

    init(count: Int) {
      before = [Bool](repeating: false, count: count + 1)
      within = before
    }
  }

  /// Comes to a step, and past it where it may stand for nothing.
  private func enter(_ step: Int, _ states: inout States, at index: Int) {
    var step = step
    while !states.before[step] {
      states.before[step] = true
      guard step < steps.count else { return }
      switch steps[step] {
      case .one: return
      case .start: if index > 0 { return }
      case .many: break
      case .folders: states.within[step] = true
      }
      step += 1
    }
  }

  private func advance(_ states: States, over scalar: Unicode.Scalar, to index: Int) -> States {
    var next = States(count: steps.count)
    for (step, kind) in steps.enumerated() {
      switch kind {
      case .one(let scalars):
        if states.before[step], scalars.contains(scalar) { enter(step + 1, &next, at: index) }
      case .many(let scalars):
        if states.before[step], scalars.contains(scalar) { enter(step, &next, at: index) }
      case .folders:
        guard states.within[step] else { continue }
        if scalar != "\n" { next.within[step] = true }
        if scalar == "/" { enter(step + 1, &next, at: index) }
      case .start: continue
      }
    }
    return next
  }
}
