package import Rubric

/// The JSON Schema (draft 2020-12) of `exercise.yml`, for editors. It is made from the catalogue of checks, so that
/// each check's parameters are known by name and type.
///
/// What a schema cannot say, `author check` does: that points add up, that ids are known and needs are listed before.
package struct ExerciseSchema {
  private let checks: [Check]

  package init(_ registry: CheckRegistry) {
    checks = registry.checks
  }

  package var text: String { schema.pretty() + "\n" }

  private var schema: SchemaValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Exercise of a Stagecraft course",
      "description": "exercise.yml: what an exercise asks for, and what each part is worth",
      "type": "object",
      "required": ["format", "id", "title", "lesson", "pass", "checks"],
      "additionalProperties": false,
      "properties": [
        "format": ["const": 1],
        "id": ["$ref": "#/$defs/id"],
        "title": ["$ref": "#/$defs/text"],
        "lesson": ["$ref": "#/$defs/id"],
        "pass": ["type": "integer", "minimum": 1, "maximum": .number(RubricFile.fullMarks)],
        "checks": ["type": "array", "minItems": 1, "items": ["$ref": "#/$defs/item"]],
      ],
      "$defs": definitions,
    ]
  }

  private var definitions: SchemaValue {
    .object(
      [
        ("id", ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"]),
        ("text", ["type": "string", "minLength": 1]),
        ("line", ["type": "string", "minLength": 1, "pattern": "^[^\\n]*$"]),
        ("scalar", ["type": ["string", "number", "boolean"]]),
        ("duration", ["type": "string", "pattern": "^([0-9]{1,9}(ms|s|m|h))+$"]),
        ("path", ["type": "string", "pattern": "^/"]),
        ("check", ["oneOf": .list(checks.map { ["const": .text($0.id), "description": .text($0.title)] })]),
        ("stage", Self.stage),
        ("parts", Self.parts),
        ("part", part),
        ("item", item),
        ("asks", ["allOf": .list(checks.map(asked))]),
      ] + checks.filter { !$0.parameters.isEmpty }.map { ("with-\($0.id)", with($0)) }
    )
  }

  private static let parts: SchemaValue = [
    "type": "array",
    "minItems": 1,
    "maxItems": .number(QuestionFile.mostParts),
    "items": ["$ref": "#/$defs/part"],
  ]

  private static let stage: SchemaValue = [
    "description": "whose image is asked about; final when it is left out",
    "oneOf": [
      ["enum": .texts(StageSelector.words.map(\.word))],
      [
        "type": "object", "required": ["name"], "additionalProperties": false,
        "properties": ["name": ["$ref": "#/$defs/text"]],
      ],
    ],
  ]

  private static let question: [(String, SchemaValue)] = [
    ("check", ["$ref": "#/$defs/check"]),
    ("with", ["type": "object"]),
    ("stage", ["$ref": "#/$defs/stage"]),
    ("all", ["$ref": "#/$defs/parts"]),
    ("any", ["$ref": "#/$defs/parts"]),
    ("not", ["$ref": "#/$defs/part"]),
  ]

  private static let points: SchemaValue = [
    "type": "integer", "minimum": 0, "maximum": .number(RubricFile.fullMarks),
  ]

  private var part: SchemaValue {
    [
      "type": "object",
      "additionalProperties": false,
      "properties": .object(Self.question + [("points", Self.points)]),
      "oneOf": .list(QuestionFile.kinds.map { ["required": [.text($0)]] }),
      "$ref": "#/$defs/asks",
    ]
  }

  private var item: SchemaValue {
    let own: [(String, SchemaValue)] = [
      ("id", ["$ref": "#/$defs/id"]),
      ("title", ["$ref": "#/$defs/text"]),
      ("why", ["$ref": "#/$defs/text"]),
      ("severity", ["enum": .texts(CheckResult.Severity.allCases.map(\.rawValue))]),
      ("points", Self.points),
      ("partial", ["type": "boolean"]),
      ("needs", ["type": "array", "uniqueItems": true, "items": ["$ref": "#/$defs/id"]]),
      ("feedback", Self.feedback),
      ("hints", ["type": "array", "items": ["$ref": "#/$defs/text"]]),
      ("lesson", ["$ref": "#/$defs/id"]),
    ]
    let single: SchemaValue = ["not": ["anyOf": .list(QuestionFile.kinds.map { ["required": [.text($0)]] })]]
    let several = QuestionFile.kinds.dropFirst()
    return [
      "type": "object",
      "required": ["id", "severity"],
      "additionalProperties": false,
      "properties": .object(own + Self.question),
      "oneOf": .list([single] + QuestionFile.kinds.map { ["required": [.text($0)]] }),
      "allOf": [
        ["$ref": "#/$defs/asks"],
        ["if": single, "then": ["properties": ["id": ["$ref": "#/$defs/check"]]]],
        ["if": ["anyOf": .list(several.map { ["required": [.text($0)]] })], "then": ["required": ["title"]]],
        Self.rule(for: .required, [("required", ["points", "hints"])], "points", ["minimum": 1]),
        Self.rule(for: .required, [], "hints", ["minItems": .number(RubricFile.fewestHints)]),
        Self.rule(for: .praise, [], "points", ["const": 0]),
      ],
    ]
  }

  private static let feedback: SchemaValue = [
    "type": "object",
    "additionalProperties": false,
    "properties": .object(["passed", "failed", "not-judged"].map { ($0, ["$ref": "#/$defs/line"]) }),
  ]

  private static func rule(
    for severity: CheckResult.Severity,
    _ more: [(String, SchemaValue)],
    _ key: String,
    _ value: SchemaValue
  ) -> SchemaValue {
    [
      "if": ["properties": ["severity": ["const": .text(severity.rawValue)]], "required": ["severity"]],
      "then": .object(more + [("properties", .object([(key, value)]))]),
    ]
  }
}

/// What a check may be asked with.
extension ExerciseSchema {
  /// A check is named by `check`, or by `id` where nothing else asks.
  private func asked(_ check: Check) -> SchemaValue {
    let id = SchemaValue.text(check.id)
    let named: SchemaValue = ["required": ["check"], "properties": ["check": ["const": id]]]
    let own: SchemaValue = [
      "required": ["id"],
      "properties": ["id": ["const": id]],
      "not": ["anyOf": .list(QuestionFile.kinds.map { ["required": [.text($0)]] })],
    ]
    var properties: [(String, SchemaValue)] = [
      ("with", check.parameters.isEmpty ? false : ["$ref": .text("#/$defs/with-\(check.id)")])
    ]
    if check.subject == .file { properties.append(("stage", false)) }
    var then: [(String, SchemaValue)] = [("properties", .object(properties))]
    if check.parameters.contains(where: { $0.need == .required }) { then.append(("required", ["with"])) }
    return ["if": ["anyOf": [named, own]], "then": .object(then)]
  }

  private func with(_ check: Check) -> SchemaValue {
    let required = check.parameters.filter { $0.need == .required }.map(\.name)
    return [
      "type": "object",
      "additionalProperties": false,
      "required": .texts(required),
      "properties": .object(check.parameters.map { ($0.name, Self.value($0)) }),
    ]
  }

  private static func value(_ parameter: ParameterDeclaration) -> SchemaValue {
    var members: [(String, SchemaValue)] = [("description", .text(parameter.meaning))]
    members += type(parameter.type)
    if case .otherwise(let value) = parameter.need { members.append(("default", literal(value))) }
    return .object(members)
  }

  private static func literal(_ value: ParameterValue) -> SchemaValue {
    switch value {
    case .integer(let number): .number(number)
    case .boolean(let flag): .flag(flag)
    case .duration, .text: .text(value.text)
    case .list(let values): .list(values.map(literal))
    }
  }

  private static func type(_ type: ParameterType) -> [(String, SchemaValue)] {
    switch type {
    case .integer(let range):
      [("type", "integer"), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
    case .boolean: [("type", "boolean")]
    case .duration: [("$ref", "#/$defs/duration")]
    case .text: [("$ref", "#/$defs/scalar")]
    case .path: [("$ref", "#/$defs/path")]
    case .choice(let choices): [("enum", .texts(choices))]
    case .list(let item):
      [
        ("type", "array"), ("minItems", 1), ("maxItems", .number(ParameterType.longestList)), ("uniqueItems", true),
        ("items", .object(Self.type(item))),
      ]
    }
  }
}
