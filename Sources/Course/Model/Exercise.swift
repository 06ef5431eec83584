package import Rubric

/// An exercise, from `Exercises/NN-slug/` and its solution from `Solutions/NN-slug/`.
package struct Exercise: Sendable {
  package var id: String
  package var title: String
  /// The id of its lesson.
  package var lesson: String
  package var rubric: Rubric
  /// SHA-256 of `exercise.yml`, in lower-case hexadecimal digits.
  package var rubricSHA256: String
  /// Markdown.
  package var brief: String
  /// The starting Dockerfile and the application around it, as the learner gets them.
  package var files: [ContentFile]
  /// Hints by check id, from a nudge to nearly the answer.
  package var hints: [HintLadder]
  package var solution: [UInt8]
  /// Why the solution is as it is; Markdown.
  package var commentary: String
  package var examples: [Example]

  package init(
    id: String,
    title: String,
    lesson: String,
    rubric: Rubric,
    rubricSHA256: String,
    brief: String,
    files: [ContentFile],
    hints: [HintLadder],
    solution: [UInt8],
    commentary: String,
    examples: [Example]
  ) {
    self.id = id
    self.title = title
    self.lesson = lesson
    self.rubric = rubric
    self.rubricSHA256 = rubricSHA256
    self.brief = brief
    self.files = files
    self.hints = hints
    self.solution = solution
    self.commentary = commentary
    self.examples = examples
  }

  package struct HintLadder: Sendable {
    package var check: String
    package var steps: [String]

    package init(check: String, steps: [String]) {
      self.check = check
      self.steps = steps
    }
  }

  /// A variant of a submission and the outcome that it must get.
  package struct Example: Sendable {
    package var name: String
    package var dockerfile: [UInt8]
    package var score: Int
    /// Check ids that must not pass; every other check with points must.
    package var failing: [String]

    package init(name: String, dockerfile: [UInt8], score: Int, failing: [String]) {
      self.name = name
      self.dockerfile = dockerfile
      self.score = score
      self.failing = failing
    }
  }
}
