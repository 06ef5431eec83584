/// Reads `examples/mutants.yml`: which single faults of the solution no rubric can be asked to find, and why.
struct MutantsFile {
  static let name = "mutants.yml"

  let path: String

  func read(_ bytes: [UInt8]) throws(CourseError) -> [Exercise.Exemption] {
    let reader = YAMLReader(path: path)
    var exemptions: [Exercise.Exemption] = []
    let kinds = Exercise.Exemption.Kind.allCases
    reader.read(bytes, keys: ["format"] + kinds.map(\.rawValue)) { fields in
      fields.checkFormat()
      for kind in kinds where fields.has(kind.rawValue) {
        for (mutant, value) in fields.entries(kind.rawValue) {
          let position = fields.key(mutant, in: kind.rawValue)?.position
          if exemptions.contains(where: { $0.mutant == mutant }) {
            reader.report(.meaning(.repeated(mutant)), at: value)
          } else if let reason = fields.text(value) {
            exemptions.append(Exercise.Exemption(mutant: mutant, kind: kind, reason: reason, position: position))
          }
        }
      }
    }
    guard reader.problems.isEmpty else { throw .problems(reader.problems) }
    return exemptions
  }
}
