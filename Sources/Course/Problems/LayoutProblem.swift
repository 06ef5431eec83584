/// What can be wrong with the files and folders of a course.
package enum LayoutProblem: Hashable, Sendable {
  case missing
  case unreadable(reason: String)
  case notText(byte: Int)
  case empty
  /// Nothing of this name is part of the format.
  case stray
  /// Neither a file nor a folder.
  case notAFile
  case misnamed(expected: String)
  case sameNumber(as: String)
  case sameID(as: String)
  /// An exercise without a solution or the other way round.
  case unpaired(missing: String)
  /// The learner's Dockerfile stands beside `context`, not in it.
  case dockerfileInContext
  /// An example that `outcomes.yml` does not list.
  case exampleWithoutOutcome

  var message: String {
    switch self {
    case .missing: "the file is missing"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notText(let byte): "byte \(byte) is not UTF-8"
    case .empty: "the file is empty"
    case .stray: "nothing of this name is part of a course"
    case .notAFile: "neither a file nor a folder; links are not followed"
    case .misnamed(let expected): "the name must have the form \(expected.quoted)"
    case .sameNumber(let other): "has the same number as \(other.quoted)"
    case .sameID(let other): "has the same id as \(other.quoted)"
    case .unpaired(let missing): "has no counterpart \(missing.quoted)"
    case .dockerfileInContext: "the Dockerfile to start from stands beside `context`, not in it"
    case .exampleWithoutOutcome: "`outcomes.yml` does not say what this example must get"
    }
  }
}
