import Diagnostics

/// A JSON value of a schema; members keep their order.
indirect enum SchemaValue {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SchemaValue])
  case object([(String, SchemaValue)])

  static func texts(_ texts: [String]) -> SchemaValue { .list(texts.map { .text($0) }) }

  /// With two blanks for each level, so that changes can be read line by line.
  func pretty(_ depth: Int = 0) -> String {
    switch self {
    case .text(let text):
      var writer = JSONWriter()
      writer.value(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      let isShort = items.allSatisfy { item in
        switch item {
        case .text, .number, .flag: true
        case .list, .object: false
        }
      }
      let texts = items.map { $0.pretty(depth + 1) }
      let line = "[\(texts.joined(separator: ", "))]"
      return isShort && line.count < 90 ? line : Self.lines("[", texts, "]", depth)
    case .object(let members):
      if members.isEmpty { return "{}" }
      let texts = members.map { "\(SchemaValue.text($0.0).pretty()): \($0.1.pretty(depth + 1))" }
      return Self.lines("{", texts, "}", depth)
    }
  }

  private static func lines(_ start: String, _ items: [String], _ end: String, _ depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth + 1)
    let body = items.map { indent + $0 }.joined(separator: ",\n")
    return "\(start)\n\(body)\n\(indent.dropLast(2))\(end)"
  }
}

extension SchemaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: SchemaValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, SchemaValue)...) { self = .object(elements) }
}
