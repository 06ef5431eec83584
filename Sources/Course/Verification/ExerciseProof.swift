import BuildModel
import Diagnostics
import DockerfileSyntax
import Linting
import Rubric

/// Grades what an exercise ships and compares it with what it promises: its start can be built and does not pass, its
/// solution gets full marks and Docker's build checks find nothing in it, each example gets its outcome, and each check
/// with points is failed by one.
struct ExerciseProof {
  let exercise: Exercise
  let folder: String
  let grading: CourseVerification.Grading

  func problems() -> [CourseProblem] {
    let results = exercise.examples.map { (example: $0, result: grade($0.dockerfile)) }
    return start() + solution() + lint() + results.flatMap { example($0.example, $0.result) } + gaps(results)
  }

  private func start() -> [CourseProblem] {
    guard let start = exercise.files.first else { return [] }
    let result = grade(start.bytes)
    let path = "Exercises/\(folder)/Dockerfile"
    switch result.status {
    case .rejected, .unreadable:
      let place = position(result.diagnostics.first?.range, in: start.bytes)
      return [CourseProblem(.proof(.startRefused(result.error ?? "")), path: path, position: place)]
    case .passed:
      let place = position(nil, in: start.bytes)
      return [CourseProblem(.proof(.startPasses(score: result.score)), path: path, position: place)]
    case .failed: return []
    }
  }

  /// Recommended checks without points must not fail either; where one cannot be judged, nobody is to blame.
  private func solution() -> [CourseProblem] {
    let result = grade(exercise.solution)
    let path = "Solutions/\(folder)/Dockerfile"
    let failing = result.checks.filter { check in
      check.maxPoints > 0 ? check.status != .passed : check.severity == .recommended && check.status == .failed
    }
    guard result.status != .passed || result.score != result.maxScore || !failing.isEmpty else { return [] }
    let problem = ProofProblem.solutionFallsShort(
      score: result.score,
      maximum: result.maxScore,
      failing: failing.map(\.id)
    )
    let place = position(failing.lazy.compactMap(\.range).first, in: exercise.solution)
    return [CourseProblem(.proof(problem), path: path, position: place)]
  }

  // MARK: - Docker's build checks

  /// What `stagecraft lint` finds in the solution, with the `.dockerignore` of the context.
  private func lint() -> [CourseProblem] {
    var options = LintOptions()
    var problems: [CourseProblem] = []
    if let file = exercise.files.first(where: { $0.path == ".dockerignore" }) {
      do throws(IgnorePatterns.Problem) {
        let patterns = try IgnorePatterns(file.bytes)
        if !patterns.hasExceptions { options.isIgnored = { patterns.leavesOut($0) } }
      } catch {
        let place = SourcePosition(line: error.line, column: 1)
        let path = "Exercises/\(folder)/context/\(file.path)"
        problems.append(CourseProblem(.proof(.refused(error.message)), path: path, position: place))
      }
    }
    let result = Linter(options).lint(Document(parsing: exercise.solution))
    let path = "Solutions/\(folder)/Dockerfile"
    return problems
      + result.findings.map { finding in
        CourseProblem(
          .proof(.solutionLint(rule: finding.rule.name, finding.message)),
          path: path,
          position: position(finding.range, in: exercise.solution)
        )
      }
  }

  // MARK: - Examples

  private func example(_ example: Exercise.Example, _ result: SubmissionResult) -> [CourseProblem] {
    let file = "Exercises/\(folder)/examples/\(example.name)\(OutcomesFile.suffix)"
    let outcomes = "Exercises/\(folder)/examples/\(OutcomesFile.name)"
    var problems: [CourseProblem] = []
    if result.score != example.score {
      let problem = ProofProblem.exampleScore(example.name, found: result.score, expected: example.score)
      problems.append(CourseProblem(.proof(problem), path: outcomes, position: example.place))
    }
    for check in result.checks {
      let mustFail = example.failing.contains(check.id)
      if mustFail, check.status == .passed {
        let problem = ProofProblem.examplePasses(example.name, check: check.id)
        problems.append(CourseProblem(.proof(problem), path: outcomes, position: example.place))
      } else if !mustFail, check.maxPoints > 0, check.status != .passed {
        let problem = ProofProblem.exampleFails(check: check.id, status: check.status, check.message)
        let place = position(check.range, in: example.dockerfile)
        problems.append(CourseProblem(.proof(problem), path: file, position: place))
      }
    }
    return problems
  }

  /// What is missing in order to trust the rubric. A file that Docker refuses fails everything and shows nothing.
  private func gaps(_ results: [(example: Exercise.Example, result: SubmissionResult)]) -> [CourseProblem] {
    let path = "Exercises/\(folder)/\(RubricFile.name)"
    var failed: Set<String> = []
    for (_, result) in results where result.status != .rejected {
      failed.formUnion(result.checks.filter { $0.status != .passed }.map(\.id))
    }
    let untried = exercise.rubric.items.filter { $0.points > 0 && !failed.contains($0.id) }
    var problems = untried.map { item in
      CourseProblem(.proof(.neverFailed(check: item.id)), path: path, position: exercise.checkPlaces[item.id])
    }
    let right = exercise.examples.count { $0.score == exercise.rubric.maxScore }
    let wrong = exercise.examples.count - right
    if right < ProofProblem.rightExamples || wrong < ProofProblem.wrongExamples {
      let place = SourcePosition(line: 1, column: 1)
      problems.append(CourseProblem(.proof(.tooFewExamples(right: right, wrong: wrong)), path: path, position: place))
    }
    return problems
  }

  /// The place of a range; the first byte where nothing is pointed at.
  private func position(_ range: SourceRange?, in bytes: [UInt8]) -> SourcePosition {
    LineTable(bytes: bytes).position(at: range.map { Int($0.lower) } ?? 0)
  }

  private func grade(_ bytes: [UInt8]) -> SubmissionResult {
    grading(SourceFile(path: "Dockerfile", bytes: bytes), exercise)
  }
}
