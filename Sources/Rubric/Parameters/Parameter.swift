/// What an author gives a check to say what exactly is asked: its name, its type, and how a check gets its value.
package struct Parameter<Value: Sendable>: Sendable {
  package let declaration: ParameterDeclaration
  /// From a value that fits the type; nil stands for one that is not given.
  let convert: @Sendable (ParameterValue?) -> Value?

  func value(in arguments: Arguments) -> Value {
    guard let value = convert(arguments[declaration.name]) else {
      preconditionFailure("arguments are checked before a check is bound to them")
    }
    return value
  }
}

/// What the catalogue says about a parameter.
package struct ParameterDeclaration: Hashable, Sendable {
  package enum Need: Hashable, Sendable {
    case required
    case optional
    /// What it is when it is left out.
    case otherwise(ParameterValue)
  }

  package var name: String
  package var type: ParameterType
  package var need: Need
  /// A phrase for authors.
  package var meaning: String
}

extension Parameter where Value == Int {
  package static func integer(_ name: String, in range: ClosedRange<Int>, _ meaning: String) -> Parameter {
    Parameter(name, .integer(range), meaning) { if case .integer(let number) = $0 { number } else { nil } }
  }

  package static func integer(
    _ name: String,
    in range: ClosedRange<Int>,
    otherwise number: Int,
    _ meaning: String
  ) -> Parameter {
    integer(name, in: range, meaning).otherwise(.integer(number))
  }

  package static func port(_ name: String, _ meaning: String) -> Parameter {
    integer(name, in: 1...65_535, meaning)
  }
}

extension Parameter where Value == Bool {
  package static func boolean(_ name: String, otherwise: Bool, _ meaning: String) -> Parameter {
    Parameter(name, .boolean, meaning) { if case .boolean(let isTrue) = $0 { isTrue } else { nil } }
      .otherwise(.boolean(otherwise))
  }
}

extension Parameter where Value == Int64 {
  /// In nanoseconds.
  package static func duration(_ name: String, _ meaning: String) -> Parameter {
    Parameter(name, .duration, meaning) { if case .duration(let nanoseconds) = $0 { nanoseconds } else { nil } }
  }
}

extension Parameter where Value == String {
  package static func text(_ name: String, _ meaning: String) -> Parameter {
    Parameter(name, .text, meaning, convert: Self.text)
  }

  package static func path(_ name: String, _ meaning: String) -> Parameter {
    Parameter(name, .path, meaning, convert: Self.text)
  }

  package static func choice(_ name: String, of choices: [String], _ meaning: String) -> Parameter {
    Parameter(name, .choice(choices), meaning, convert: Self.text)
  }

  package static func choice(
    _ name: String,
    of choices: [String],
    otherwise: String,
    _ meaning: String
  ) -> Parameter {
    choice(name, of: choices, meaning).otherwise(.text(otherwise))
  }

  @Sendable private static func text(_ value: ParameterValue?) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}

extension Parameter where Value: RawRepresentable<String> & CaseIterable {
  /// One of the words of a type.
  package static func choice(_ name: String, of type: Value.Type, _ meaning: String) -> Parameter {
    Parameter(name, .choice(type.allCases.map(\.rawValue)), meaning) { value in
      if case .text(let text) = value { Value(rawValue: text) } else { nil }
    }
  }
}

extension Parameter where Value == [String] {
  package static func texts(_ name: String, _ meaning: String) -> Parameter {
    list(name, of: .text, meaning)
  }

  package static func paths(_ name: String, _ meaning: String) -> Parameter {
    list(name, of: .path, meaning)
  }

  package static func choices(_ name: String, of choices: [String], _ meaning: String) -> Parameter {
    list(name, of: .choice(choices), meaning)
  }

  private static func list(_ name: String, of type: ParameterType, _ meaning: String) -> Parameter {
    Parameter(name, .list(of: type), meaning) { value in
      guard case .list(let values) = value else { return nil }
      return values.map(\.text)
    }
  }
}

extension Parameter {
  /// The same parameter, which may be left out.
  package static func optional<Wrapped>(_ parameter: Parameter<Wrapped>) -> Parameter where Value == Wrapped? {
    var declaration = parameter.declaration
    declaration.need = .optional
    let convert = parameter.convert
    return Parameter(declaration: declaration) { value in .some(value.flatMap { convert($0) }) }
  }

  private init(
    _ name: String,
    _ type: ParameterType,
    _ meaning: String,
    convert: @escaping @Sendable (ParameterValue?) -> Value?
  ) {
    declaration = ParameterDeclaration(name: name, type: type, need: .required, meaning: meaning)
    self.convert = convert
  }

  private func otherwise(_ value: ParameterValue) -> Parameter {
    var declaration = declaration
    declaration.need = .otherwise(value)
    return Parameter(declaration: declaration, convert: convert)
  }
}
