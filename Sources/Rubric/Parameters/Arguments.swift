import Diagnostics

/// The values of a check's parameters, all of which fit; what was left out has its default.
package struct Arguments: Hashable, Sendable {
  package static let none = Arguments()

  private var values: [String: ParameterValue] = [:]

  package subscript(name: String) -> ParameterValue? { values[name] }

  /// By name, for people.
  package var texts: [String: String] { values.mapValues(\.text) }

  private init() {}

  /// - Throws: everything that is wrong with the values, in the order of the declarations.
  package init(
    _ written: [String: WrittenValue],
    for declarations: [ParameterDeclaration]
  ) throws(ArgumentProblems) {
    var problems: [ArgumentProblem] = []
    for declaration in declarations {
      guard let value = written[declaration.name] else {
        switch declaration.need {
        case .required: problems.append(.missing(declaration.name))
        case .otherwise(let value): values[declaration.name] = value
        case .optional: break
        }
        continue
      }
      do throws(ParameterProblem) {
        values[declaration.name] = try declaration.type.value(of: value)
      } catch {
        problems.append(.unfit(declaration.name, error))
      }
    }
    let known = declarations.map(\.name)
    for name in written.keys.sorted() where !known.contains(name) {
      problems.append(.unknown(name, nearest: NearestName.of(name, in: known), known: known))
    }
    if !problems.isEmpty { throw ArgumentProblems(problems) }
  }
}

/// Something wrong with a value that a check is given, or with what is not given.
package enum ArgumentProblem: Hashable, Sendable {
  case unknown(String, nearest: String?, known: [String])
  case missing(String)
  case unfit(String, ParameterProblem)
  /// Values that are right by themselves, and together can never be met; the name of the one to point at.
  case contradiction(String, message: String)
}

package struct ArgumentProblems: Error, Hashable, Sendable {
  package var problems: [ArgumentProblem]

  package init(_ problems: [ArgumentProblem]) {
    self.problems = problems
  }
}
