/// Any JSON.
enum JSON: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
  var list: [JSON] { if case .list(let list) = self { list } else { [] } }
}

/// What a JSON value must look like. Objects have these keys, all of them and no others.
indirect enum Shape: Sendable {
  case text
  case whole
  case choice([String])
  case optional(Shape)
  case list(Shape)
  case object([String: Shape])
  /// Any keys.
  case map(Shape)

  /// The first value that does not fit, by its way from the root.
  func misfit(_ value: JSON, at path: String = "$") -> String? {
    switch (self, value) {
    case (.text, .text), (.optional, .null): return nil
    case (.whole, .number(let number)): return number == number.rounded() ? nil : "\(path): \(number)"
    case (.choice(let words), .text(let word)): return words.contains(word) ? nil : "\(path): \(word)"
    case (.optional(let shape), _): return shape.misfit(value, at: path)
    case (.list(let shape), .list(let values)):
      return values.enumerated().lazy.compactMap { shape.misfit($1, at: "\(path)[\($0)]") }.first
    case (.map(let shape), .object(let members)):
      return members.lazy.compactMap { shape.misfit($1, at: "\(path).\($0)") }.first
    case (.object(let shapes), .object(let members)):
      let odd = Set(shapes.keys).symmetricDifference(members.keys)
      guard odd.isEmpty else { return "\(path): \(odd.sorted())" }
      return shapes.lazy.compactMap { name, shape in
        members[name].flatMap { shape.misfit($0, at: "\(path).\(name)") }
      }.first
    default: return "\(path): \(value)"
    }
  }
}

extension Shape {
  private static let place: [String: Shape] = [
    "line": .optional(.whole), "column": .optional(.whole), "end_line": .optional(.whole),
    "end_column": .optional(.whole), "fix": .optional(.text),
  ]

  private static let check: [String: Shape] = [
    "id": .text, "title": .text, "severity": .choice(["required", "recommended", "praise"]),
    "status": .choice(["passed", "failed", "not-judged"]), "reason": .optional(.text), "points": .whole,
    "max_points": .whole, "message": .text, "lesson": .optional(.text),
  ]

  private static let diagnostic: [String: Shape] = [
    "severity": .choice(["error", "warning", "note"]), "rule": .optional(.text), "message": .text,
  ]

  private static let image = Shape.object([
    "User": .text, "Env": .list(.text), "Entrypoint": .optional(.list(.text)), "Cmd": .optional(.list(.text)),
    "WorkingDir": .text, "ExposedPorts": .optional(.list(.text)), "Volumes": .optional(.list(.text)),
    "Labels": .optional(.map(.text)), "StopSignal": .text, "Shell": .optional(.list(.text)),
    "OnBuild": .optional(.list(.text)), "Healthcheck": .optional(probe), "inherits": .list(.text),
  ])

  private static let probe = Shape.object([
    "Test": .list(.text), "Interval": .whole, "Timeout": .whole, "StartPeriod": .whole, "StartInterval": .whole,
    "Retries": .whole,
  ])

  static let result = Shape.object(resultMembers)

  private static let resultMembers: [String: Shape] = [
    "submission": .text, "sha256": .optional(.text), "score": .whole, "max_score": .whole, "error": .optional(.text),
    "status": .choice(["passed", "failed", "rejected", "unreadable"]),
    "checks": .list(.object(check.merging(place) { old, _ in old })),
    "diagnostics": .list(.object(diagnostic.merging(place) { old, _ in old })), "image": .optional(image),
  ]

  private static let build = Shape.object([
    "engine": .choice(["buildah", "podman", "docker"]), "version": .text,
    "verdict": .choice(["confirmed", "contradicted", "failed", "timed-out", "unconfirmed", "not-built"]),
    "reason": .optional(.text), "milliseconds": .optional(.whole), "bytes": .optional(.whole), "output": .list(.text),
    "fields": .list(
      .object([
        "field": .text, "status": .choice(["agrees", "contradicts", "deviates", "not-comparable"]), "expected": .text,
        "built": .text, "reason": .optional(.text),
      ])
    ),
  ])

  /// `stagecraft.report/1`.
  static let report = report(of: result)

  /// The same with `--build`.
  static let builtReport = report(of: .object(resultMembers.merging(["build": build]) { $1 }))

  private static func report(of result: Shape) -> Shape {
    .object([
      "schema": .choice(["stagecraft.report/1"]), "tool": .object(["name": .choice(["stagecraft"]), "version": .text]),
      "exercise": .object([
        "id": .text, "title": .text, "rubric_sha256": .text, "pass_mark": .whole, "max_score": .whole,
      ]),
      "results": .list(result),
    ])
  }
}
