package import Diagnostics
package import Mutation
import Rubric
import BuildModel

/// How tight a rubric is: single faults are put into the solution, and each has to lose points.
package struct MutationTrial: Sendable {
  /// What became of a fault.
  package enum Outcome: Hashable, Sendable {
    /// Points were lost on these checks.
    case killed(by: [String])
    /// Listed in `mutants.yml`, with the author's reason.
    case exempt(Exercise.Exemption.Kind, reason: String)
    /// Docker builds nothing of it, so that no check is asked.
    case refused
    /// Full marks; advice without points may have been given.
    case survived(advice: [String])
  }

  package struct Entry: Sendable {
    package let mutant: Mutant
    package let outcome: Outcome
    /// Points were lost, but on no check that the fault belongs to.
    package let isElsewhere: Bool
  }

  /// Of all faults that a rubric can be asked to find, in percent.
  package static let asked = 95

  package let exercise: String
  /// The solution, in which the ranges of mutants lie.
  package let solution: SourceFile
  package let entries: [Entry]
  /// Exemptions that say something wrong, and a score that is too low.
  package let problems: [CourseProblem]

  package var killed: Int { entries.count { if case .killed = $0.outcome { true } else { false } } }
  package var refused: Int { entries.count { $0.outcome == .refused } }
  package var survivors: [Entry] { entries.filter { if case .survived = $0.outcome { true } else { false } } }

  package func exempt(_ kind: Exercise.Exemption.Kind) -> Int {
    entries.count { if case .exempt(kind, _) = $0.outcome { true } else { false } }
  }

  /// Killed among those that a rubric can be asked to find, in tenths of a percent.
  package var permille: Int {
    let counted = killed + survivors.count
    return counted == 0 ? 1000 : killed * 1000 / counted
  }
}

extension MutationTrial {
  /// - Throws: `CourseError.problems` for a solution that Docker refuses.
  package init(of exercise: Exercise, folder: String, facts: CourseFacts) throws(CourseError) {
    let path = "Solutions/\(folder)/Dockerfile"
    self.exercise = exercise.id
    solution = SourceFile(path: path, bytes: exercise.solution)
    let court = Court(exercise: exercise, facts: facts)
    let mutants: [Mutant]
    do throws(BuildError) {
      mutants = try Specimen(exercise.solution, options: court.options).mutants()
    } catch {
      throw .problems([CourseProblem(.proof(.refused(error.message)), path: path)])
    }
    let exemptions = Dictionary(exercise.exemptions.map { ($0.mutant, $0) }) { first, _ in first }
    var entries: [Entry] = []
    var unneeded: [(Exercise.Exemption, ProofProblem)] = []
    let before = court.result(of: exercise.solution)
    for mutant in mutants {
      let outcome = court.outcome(of: mutant, against: before)
      let own = exemptions[mutant.id]
      if let own, let problem = Self.problem(with: own, outcome) { unneeded.append((own, problem)) }
      let exemption = own ?? mutant.standsFor.flatMap { exemptions[$0] }
      entries.append(Self.entry(mutant, outcome, exemption, court))
    }
    let known = mutants.map(\.id)
    for exemption in exercise.exemptions where !known.contains(exemption.mutant) {
      let nearest = NearestName.of(exemption.mutant, in: known)
      unneeded.append((exemption, .noSuchMutant(exemption.mutant, nearest: nearest)))
    }
    self.entries = entries
    let file = "Exercises/\(folder)/examples/\(MutantsFile.name)"
    var problems = unneeded.map { CourseProblem(.proof($1), path: file, position: $0.position) }.sorted()
    let score = Self.permille(entries)
    if score < Self.asked * 10 {
      problems.append(CourseProblem(.proof(.tooManySurvivors(permille: score, asked: Self.asked)), path: path))
    }
    self.problems = problems
  }

  private static func entry(
    _ mutant: Mutant,
    _ outcome: Outcome,
    _ exemption: Exercise.Exemption?,
    _ court: Court
  ) -> Entry {
    switch outcome {
    case .survived:
      guard let exemption else { return Entry(mutant: mutant, outcome: outcome, isElsewhere: false) }
      let outcome = Outcome.exempt(exemption.kind, reason: exemption.reason)
      return Entry(mutant: mutant, outcome: outcome, isElsewhere: false)
    case .killed(let checks):
      return Entry(mutant: mutant, outcome: outcome, isElsewhere: court.isElsewhere(checks, mutant.family))
    case .refused, .exempt: return Entry(mutant: mutant, outcome: outcome, isElsewhere: false)
    }
  }

  private static func problem(with exemption: Exercise.Exemption, _ outcome: Outcome) -> ProofProblem? {
    switch outcome {
    case .killed(let checks): .exemptButKilled(exemption.mutant, by: checks)
    case .refused: .exemptButRefused(exemption.mutant)
    case .survived, .exempt: nil
    }
  }

  private static func permille(_ entries: [Entry]) -> Int {
    let killed = entries.count { if case .killed = $0.outcome { true } else { false } }
    let survived = entries.count { if case .survived = $0.outcome { true } else { false } }
    return killed + survived == 0 ? 1000 : killed * 1000 / (killed + survived)
  }
}

extension CourseCatalog {
  /// Tries an exercise's solution.
  package func mutationTrial(of exercise: String, facts: CourseFacts) throws(CourseError) -> MutationTrial {
    let entry = try entry(of: exercise)
    return try MutationTrial(of: try self.exercise(exercise), folder: entry.folder, facts: facts)
  }
}

/// Grades mutants of one exercise.
private struct Court {
  let exercise: Exercise
  let options: BuildOptions
  private let grader: Grader
  /// The checks that each item of the rubric asks.
  private let asked: [String: Set<String>]

  init(exercise: Exercise, facts: CourseFacts) {
    self.exercise = exercise
    options = BuildOptions(baseImages: facts.baseImages, packageManagers: facts.packageManagers)
    grader = Grader(rubric: exercise.rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
    let items = exercise.rubric.items.map { ($0.id, Set($0.question.checks.map(\.check.id))) }
    asked = Dictionary(items) { first, _ in first }
  }

  func result(of bytes: [UInt8]) -> SubmissionResult {
    grader.grade(SourceFile(path: "Dockerfile", bytes: bytes), ignoreFile: exercise.ignoreFile)
  }

  func outcome(of mutant: Mutant, against before: SubmissionResult) -> MutationTrial.Outcome {
    let after = result(of: mutant.bytes)
    guard after.status == .passed || after.status == .failed else { return .refused }
    let pairs = zip(before.checks, after.checks)
    let lost = pairs.filter { $1.points < $0.points }.map(\.1.id)
    guard lost.isEmpty else { return .killed(by: lost) }
    return .survived(advice: pairs.filter { $0.status == .passed && $1.status != .passed }.map(\.1.id))
  }

  func isElsewhere(_ items: [String], _ family: FaultFamily?) -> Bool {
    guard let family else { return false }
    return items.allSatisfy { asked[$0, default: []].isDisjoint(with: family.checks) }
  }
}
