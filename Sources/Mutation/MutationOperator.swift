/// A kind of fault, and how it is put into a Dockerfile.
package struct MutationOperator: Sendable {
  package let id: String
  /// What is wrong then, in a few words.
  package let fault: String
  let faults: @Sendable (Specimen) -> [Fault]

  init(id: String, fault: String, faults: @escaping @Sendable (Specimen) -> [Fault]) {
    self.id = id
    self.fault = fault
    self.faults = faults
  }

  /// In the order in which their mutants are told. Of two that give the same file the first one keeps it.
  package static let all: [MutationOperator] = [
    .drop, .swap, .comment, .echo, .label,
    .dropStage, .joinStages, .lastStage, .renameStage, .renameReference, .otherSource, .dropFrom, .otherStage,
    .fullBase,
    .rootUser, .backToRoot, .unknownUser,
    .noHealthcheck, .surelyHealthy,
    .dropFlag, .dropOption, .misspellOption, .dropCommand, .dropAssignment,
    .breakPath, .otherValue, .dropPair, .otherPort,
  ]
}

extension Specimen {
  /// Every file that one fault makes of this one, in the order of the operators and of the file, each once.
  package func mutants(by operators: [MutationOperator] = MutationOperator.all) -> [Mutant] {
    var mutants: [Mutant] = []
    var files: Set<[UInt8]> = [source]
    var ids: [String: Int] = [:]
    for kind in operators {
      for fault in kind.faults(self) {
        let bytes = applying(fault.edits)
        guard files.insert(bytes).inserted else { continue }
        let name = "\(fault.site.name)/\(kind.id)" + (fault.detail.isEmpty ? "" : "/\(fault.detail)")
        let count = ids[name, default: 0] + 1
        ids[name] = count
        mutants.append(
          Mutant(
            id: count == 1 ? name : "\(name)-\(count)",
            operatorID: kind.id,
            family: fault.family,
            range: fault.range,
            bytes: bytes,
            standsFor: fault.sameAs.map { "\(fault.site.name)/\($0)" }
          )
        )
      }
    }
    return mutants
  }

  /// The source with some of its bytes replaced; the edits do not overlap.
  private func applying(_ edits: [Edit]) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      precondition(edit.range.lowerBound >= end, "edits overlap")
      bytes += source[end..<edit.range.lowerBound]
      bytes += edit.replacement
      end = edit.range.upperBound
    }
    return bytes + source[end...]
  }
}
