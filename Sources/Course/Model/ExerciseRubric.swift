package import Diagnostics
package import Rubric

/// What grading needs of an exercise: its `exercise.yml` and nothing else.
package struct ExerciseRubric: Sendable {
  package var id: String
  package var title: String
  /// The id of its lesson.
  package var lesson: String
  package var rubric: Rubric
  /// SHA-256 of `exercise.yml`, in lower-case hexadecimal digits.
  package var sha256: String
  /// Hints by check id, from a nudge to nearly the answer.
  package var hints: [Exercise.HintLadder]
  /// Where each check stands in the file, by its id.
  package var places: [String: SourcePosition]

  /// As reports name it.
  package var summary: Report.ExerciseSummary {
    Report.ExerciseSummary(
      id: id,
      title: title,
      rubricSHA256: sha256,
      passMark: rubric.passMark,
      maxScore: rubric.maxScore
    )
  }
}
