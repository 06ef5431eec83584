import BuildModel

/// What kind of value a parameter of a check takes.
package indirect enum ParameterType: Hashable, Sendable {
  case integer(ClosedRange<Int>)
  /// `true` or `false`.
  case boolean
  /// `30s`, `1m30s`, `500ms`.
  case duration
  /// Any text in one line.
  case text
  /// Absolute in the image.
  case path
  /// One of some words.
  case choice([String])
  /// One or more of them, none twice.
  case list(of: ParameterType)

  package static let port = ParameterType.integer(1...65_535)

  private static let longestText = 1_000
  package static let longestList = 64

  /// The value that an author wrote.
  func value(of written: WrittenValue) throws(ParameterProblem) -> ParameterValue {
    switch self {
    case .integer(let range): try integer(written, in: range)
    case .boolean: try boolean(written)
    case .duration: try duration(written)
    case .text: .text(try text(written))
    case .path: try path(written)
    case .choice(let choices): try choice(written, among: choices)
    case .list(let type): try list(written, of: type)
    }
  }

  private func integer(_ written: WrittenValue, in range: ClosedRange<Int>) throws(ParameterProblem) -> ParameterValue {
    guard case .word(let word) = written, !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(word)
    else { throw .wrongType(expected: "a whole number") }
    guard range.contains(number) else { throw .outOfRange(number, range) }
    return .integer(number)
  }

  private func boolean(_ written: WrittenValue) throws(ParameterProblem) -> ParameterValue {
    switch written {
    case .word("true"): return .boolean(true)
    case .word("false"): return .boolean(false)
    default: throw .wrongType(expected: "true or false")
    }
  }

  private func duration(_ written: WrittenValue) throws(ParameterProblem) -> ParameterValue {
    guard let nanoseconds = DurationText.nanoseconds(try text(written, expected: "a duration such as 30s or 1m30s"))
    else { throw .wrongType(expected: "a duration such as 30s or 1m30s") }
    return .duration(nanoseconds)
  }

  private func text(_ written: WrittenValue, expected: String = "a text") throws(ParameterProblem) -> String {
    let text: String
    switch written {
    case .word(let word): text = ["~", "null"].contains(word) ? "" : word
    case .text(let written): text = written
    case .list, .mapping: throw .wrongType(expected: expected)
    }
    guard !text.isEmpty else { throw .emptyText }
    guard text.utf8.count <= Self.longestText, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
      throw .wrongType(expected: "a text in one line, of \(Self.longestText) bytes at most")
    }
    return text
  }

  private func path(_ written: WrittenValue) throws(ParameterProblem) -> ParameterValue {
    let text = try text(written, expected: "an absolute path")
    guard text.hasPrefix("/") else { throw .wrongType(expected: "an absolute path, which begins with /") }
    return .text(PathText.clean(text))
  }

  private func choice(_ written: WrittenValue, among choices: [String]) throws(ParameterProblem) -> ParameterValue {
    let text = try text(written, expected: "a word")
    guard choices.contains(text) else { throw .unknownChoice(text, choices: choices) }
    return .text(text)
  }

  private func list(_ written: WrittenValue, of type: ParameterType) throws(ParameterProblem) -> ParameterValue {
    guard case .list(let items) = written else { throw .wrongType(expected: "a list") }
    guard !items.isEmpty, items.count <= Self.longestList else {
      throw .wrongType(expected: "a list of 1 to \(Self.longestList) items")
    }
    var values: [ParameterValue] = []
    for (index, item) in items.enumerated() {
      do throws(ParameterProblem) {
        let value = try type.value(of: item)
        if values.contains(value) { throw ParameterProblem.repeated(value.text) }
        values.append(value)
      } catch {
        throw .inItem(index, error)
      }
    }
    return .list(values)
  }
}

/// Why a value does not fit its parameter.
package indirect enum ParameterProblem: Error, Hashable, Sendable {
  /// The words say what was expected.
  case wrongType(expected: String)
  case emptyText
  case outOfRange(Int, ClosedRange<Int>)
  case unknownChoice(String, choices: [String])
  case repeated(String)
  /// Of a list, counted from 0.
  case inItem(Int, ParameterProblem)
}

/// A value that fits its parameter.
package enum ParameterValue: Hashable, Sendable {
  case integer(Int)
  case boolean(Bool)
  /// In nanoseconds.
  case duration(Int64)
  case text(String)
  case list([ParameterValue])

  /// For people.
  package var text: String {
    switch self {
    case .integer(let number): String(number)
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .duration(let nanoseconds): DurationText.short(nanoseconds)
    case .text(let text): text
    case .list(let values): values.map(\.text).joined(separator: ", ")
    }
  }
}
