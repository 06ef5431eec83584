import Diagnostics

/// The values of one mapping, by key.
///
/// What is missing or of another type is reported and comes back as nil or empty, so that reading goes on and finds the
/// rest.
struct YAMLFields {
  let reader: YAMLReader
  let node: YAMLNode
  let values: [String: YAMLNode]

  func has(_ key: String) -> Bool { values[key] != nil }

  func report(_ kind: CourseProblem.Kind, at key: String? = nil) {
    reader.report(kind, at: key.flatMap { values[$0] } ?? node)
  }

  /// The value of a key that must be there.
  func value(_ key: String) -> YAMLNode? {
    if values[key] == nil { reader.report(.data(.missingKey(key)), at: node) }
    return values[key]
  }

  func text(_ key: String) -> String? {
    value(key).flatMap { text($0) }
  }

  func optionalText(_ key: String) -> String? {
    values[key].flatMap { text($0) }
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    value(key).flatMap { integer($0, in: range) }
  }

  func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    values[key].flatMap { integer($0, in: range) }
  }

  /// `true` or `false`; false where the key is left out.
  func flag(_ key: String) -> Bool {
    guard let node = values[key] else { return false }
    switch node.plainWord {
    case "true": return true
    case "false": return false
    default:
      reader.report(.data(.wrongType(expected: "true or false")), at: node)
      return false
    }
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice? where Choice.RawValue == String {
    guard let node = value(key), let word = text(node) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    let nearest = NearestName.of(word, in: choices)
    reader.report(.data(.unknownChoice(word, choices: choices, nearest: nearest)), at: node)
    return nil
  }

  /// The items of a list that must be there; it may be empty.
  func list(_ key: String) -> [YAMLNode] {
    value(key).flatMap { items($0) } ?? []
  }

  func texts(_ key: String) -> [String] {
    list(key).compactMap { text($0) }
  }

  func optionalTexts(_ key: String) -> [String] {
    has(key) ? texts(key) : []
  }

  /// The keys and values of a mapping whose keys the author chooses, in their order.
  func entries(_ key: String) -> [(key: String, value: YAMLNode)] {
    guard let node = value(key) else { return [] }
    guard case .mapping(let pairs) = node.content else {
      reader.report(.data(.wrongType(expected: "keys and their values")), at: node)
      return []
    }
    return pairs.compactMap { pair in text(pair.key).map { ($0, pair.value) } }
  }

  /// The node of a key in the mapping that a key holds.
  func key(_ name: String, in key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = values[key]?.content else { return nil }
    return pairs.first { $0.key.plainText == name }?.key
  }

  func isList(_ key: String) -> Bool {
    if case .list = values[key]?.content { true } else { false }
  }

  func isMapping(_ key: String) -> Bool {
    if case .mapping = values[key]?.content { true } else { false }
  }

  /// Reports every format but the one that this program reads.
  func checkFormat(_ supported: Int = 1) {
    guard let format = integer("format", in: 0...Int.max), format != supported else { return }
    report(.data(.unsupportedFormat(format, supported: supported)), at: "format")
  }
}
