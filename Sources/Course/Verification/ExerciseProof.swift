import Diagnostics
import Rubric

/// Grades what an exercise ships and compares it with what it promises: its start can be built and does not pass, its
/// solution gets full marks, and each example gets its outcome.
struct ExerciseProof {
  let exercise: Exercise
  let folder: String
  let grading: CourseVerification.Grading

  func problems() -> [CourseProblem] {
    start() + solution() + exercise.examples.flatMap(example)
  }

  private func start() -> [CourseProblem] {
    guard let start = exercise.files.first else { return [] }
    let result = grade(start.bytes)
    let path = "Exercises/\(folder)/Dockerfile"
    switch result.status {
    case .rejected, .unreadable: return [CourseProblem(.proof(.startRefused), path: path)]
    case .passed: return [CourseProblem(.proof(.startPasses(score: result.score)), path: path)]
    case .failed: return []
    }
  }

  /// Recommended checks without points must not fail either; where one cannot be judged, nobody is to blame.
  private func solution() -> [CourseProblem] {
    let result = grade(exercise.solution)
    let failing = result.checks.filter { check in
      check.maxPoints > 0 ? check.status != .passed : check.severity == .recommended && check.status == .failed
    }
    guard result.status != .passed || result.score != result.maxScore || !failing.isEmpty else { return [] }
    let problem = ProofProblem.solutionFallsShort(
      score: result.score,
      maximum: result.maxScore,
      failing: failing.map(\.id)
    )
    return [CourseProblem(.proof(problem), path: "Solutions/\(folder)/Dockerfile")]
  }

  private func example(_ example: Exercise.Example) -> [CourseProblem] {
    let result = grade(example.dockerfile)
    var problems: [ProofProblem] = []
    if result.score != example.score {
      problems.append(.exampleScore(found: result.score, expected: example.score))
    }
    for check in result.checks {
      let mustFail = example.failing.contains(check.id)
      if mustFail, check.status == .passed {
        problems.append(.examplePasses(check: check.id))
      } else if !mustFail, check.maxPoints > 0, check.status != .passed {
        problems.append(.exampleFails(check: check.id, status: check.status))
      }
    }
    let path = "Exercises/\(folder)/examples/\(example.name)\(OutcomesFile.suffix)"
    return problems.map { CourseProblem(.proof($0), path: path) }
  }

  private func grade(_ bytes: [UInt8]) -> SubmissionResult {
    grading(SourceFile(path: "Dockerfile", bytes: bytes), exercise)
  }
}
