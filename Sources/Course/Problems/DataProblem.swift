/// What can be wrong with a YAML file, whatever it is about.
package enum DataProblem: Hashable, Sendable {
  case notText(byte: Int)
  case syntax(String)
  case empty
  /// Anchors and aliases of YAML: a reader of the file would have to look elsewhere to know what it says.
  case reference
  case duplicateKey(String)
  case unknownKey(String, nearest: String?, known: [String])
  case missingKey(String)
  /// The words say what was expected.
  case wrongType(expected: String)
  case emptyText
  case numberOutOfRange(Int, ClosedRange<Int>)
  case unknownChoice(String, choices: [String], nearest: String?)
  case unsupportedFormat(Int, supported: Int)
  case notADate(String)
  /// A repository that leaves out its registry.
  case notAFullRepository(String)

  var message: String {
    switch self {
    case .notText(let byte): "byte \(byte) is not UTF-8"
    case .syntax(let problem): "not valid YAML: \(problem)"
    case .empty: "the file is empty"
    case .reference: "anchors and aliases are not part of the format"
    case .duplicateKey(let key): "the key \(key.quoted) is given twice"
    case .unknownKey(let key, let nearest, let known):
      "unknown key \(key.quoted)" + (nearest?.offered ?? "; known here: \(known.listed)")
    case .missingKey(let key): "the key \(key.quoted) is missing"
    case .wrongType(let expected): "expected \(expected)"
    case .emptyText: "the text is empty"
    case .numberOutOfRange(let number, let range):
      "\(number) is out of range: \(range.lowerBound) to \(range.upperBound) is possible"
    case .unknownChoice(let value, let choices, let nearest):
      "\(value.quoted) is none of \(choices.listed)" + (nearest?.offered ?? "")
    case .unsupportedFormat(let found, let supported):
      found > supported
        ? "format \(found) needs a newer stagecraft; this one reads format \(supported)"
        : "there is no format \(found); this program reads format \(supported)"
    case .notADate(let value): "\(value.quoted) is not a date of the form YYYY-MM-DD"
    case .notAFullRepository(let value):
      "\(value.quoted) does not name its registry; write it in full, like `docker.io/library/node`"
    }
  }
}
