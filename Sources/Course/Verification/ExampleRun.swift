package import Diagnostics
package import Rubric

/// One of the Dockerfiles that an exercise ships, graded: the start, the solution or an example.
package struct ExampleRun: Sendable {
  /// As authors call it: `start`, `solution`, or the example's name.
  package let name: String
  package let source: SourceFile
  package let result: SubmissionResult
  /// nil for the start and the solution.
  package let example: Exercise.Example?
  private let isSolution: Bool

  /// Everything that an exercise ships, in the order of its files.
  package static func all(
    of exercise: Exercise,
    folder: String,
    grading: CourseVerification.Grading
  ) -> [ExampleRun] {
    let files = "Exercises/\(folder)"
    func run(_ name: String, _ path: String, _ bytes: [UInt8], _ example: Exercise.Example? = nil) -> ExampleRun {
      let source = SourceFile(path: path, bytes: bytes)
      let result = grading(source, exercise)
      return ExampleRun(
        name: name,
        source: source,
        result: result,
        example: example,
        isSolution: name == "solution" && example == nil
      )
    }
    let start = exercise.files.first.map { run("start", "\(files)/Dockerfile", $0.bytes) }
    let solution = run("solution", "Solutions/\(folder)/Dockerfile", exercise.solution)
    return (start.map { [$0] } ?? []) + [solution]
      + exercise.examples.map { example in
        run(example.name, "\(files)/examples/\(example.name)\(OutcomesFile.suffix)", example.dockerfile, example)
      }
  }

  /// What the exercise says about a check here: whether it must pass; nil where it says nothing.
  package func expectation(of check: CheckResult) -> Bool? {
    if let example {
      if example.failing.contains(check.id) { return false }
      return check.maxPoints > 0 ? true : nil
    }
    return isSolution && check.maxPoints > 0 ? true : nil
  }

  /// What the exercise says about the score; nil for the start.
  package var expectedScore: Int? { example?.score ?? (isSolution ? result.maxScore : nil) }
}

extension CourseCatalog {
  /// An exercise and the name that its folder has in `Exercises` and in `Solutions`.
  package func exerciseWithFolder(_ id: String) throws(CourseError) -> (exercise: Exercise, folder: String) {
    (try exercise(id), try entry(of: id).folder)
  }
}
