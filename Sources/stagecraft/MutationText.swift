import Course
import Diagnostics
import Mutation

/// A mutation trial in words.
struct MutationText {
  var showsAll = false

  func text(of trial: MutationTrial) -> String {
    let shown = trial.entries.filter { entry in
      if showsAll { return true }
      switch entry.outcome {
      case .survived: return true
      case .killed, .exempt, .refused: return false
      }
    }
    let table = LineTable(trial.solution)
    var lines = [heading(trial)] + shown.flatMap { self.lines(of: $0, trial.solution, table) }
    if showsAll { lines += elsewhere(trial) }
    lines += trial.problems.map { "  error: \(Printable.line($0.description))" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ trial: MutationTrial) -> String {
    let counts: [(Int, String)] = [
      (trial.killed, "killed"), (trial.survivors.count, "survive"), (trial.exempt(.equivalent), "equivalent"),
      (trial.exempt(.unmarked), "unmarked"), (trial.refused, "refused by Docker"),
      (trial.entries.count { $0.isElsewhere }, "lose their points elsewhere"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let percent = "\(trial.permille / 10).\(trial.permille % 10) %"
    return "\(trial.exercise): \(percent) of the faults lose points; \(trial.entries.count) mutants: \(told)"
  }

  private func lines(of entry: MutationTrial.Entry, _ solution: SourceFile, _ table: LineTable) -> [String] {
    let mutant = entry.mutant
    let place = table.position(at: Int(mutant.range.lower))
    let fault = MutationOperator.all.first { $0.id == mutant.operatorID }?.fault ?? ""
    let head = "  \(word(entry)) \(mutant.id) (line \(place.line)): \(fault)\(remark(entry))"
    guard case .survived = entry.outcome else { return [head] }
    return [head] + difference(solution.bytes, mutant.bytes).map { "      \($0)" }
  }

  private func word(_ entry: MutationTrial.Entry) -> String {
    switch entry.outcome {
    case .killed: entry.isElsewhere ? "elsewhere" : "killed"
    case .exempt(let kind, _): kind.rawValue
    case .refused: "refused"
    case .survived: "survives"
    }
  }

  private func remark(_ entry: MutationTrial.Entry) -> String {
    switch entry.outcome {
    case .killed(let checks): "; lost on \(checks.joined(separator: ", "))"
    case .exempt(_, let reason): "; \(Printable.line(reason))"
    case .refused: ""
    case .survived(let advice): advice.isEmpty ? "" : "; only advice on \(advice.joined(separator: ", "))"
    }
  }

  private func elsewhere(_ trial: MutationTrial) -> [String] {
    let count = trial.entries.count { $0.isElsewhere }
    return count == 0 ? [] : ["  \(count) lose their points on no check that the fault belongs to"]
  }

  /// The lines that are taken away and put in, as in a patch, in the order of the file.
  private func difference(_ old: [UInt8], _ new: [UInt8]) -> [String] {
    let newline = UInt8(ascii: "\n")
    let before = old.split(separator: newline, omittingEmptySubsequences: false)
    let after = new.split(separator: newline, omittingEmptySubsequences: false)
    let changes = after.difference(from: before) { $0.elementsEqual($1) }
    return changes.map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "- \(Printable.line(String(decoding: line, as: UTF8.self)))")
      case .insert(let offset, let line, _): (offset, "+ \(Printable.line(String(decoding: line, as: UTF8.self)))")
      }
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
