package import BuildModel
package import Diagnostics
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
  /// Where each check stands in `exercise.yml`, by its id.
  package var checkPlaces: [String: SourcePosition]
  package var solution: [UInt8]
  /// Why the solution is as it is; Markdown.
  package var commentary: String
  package var examples: [Example]
  /// Single faults of the solution that cost no points, with the reason; from `examples/mutants.yml`.
  package var exemptions: [Exemption]

  package init(
    id: String,
    title: String,
    lesson: String,
    rubric: Rubric,
    rubricSHA256: String,
    brief: String,
    files: [ContentFile],
    hints: [HintLadder],
    checkPlaces: [String: SourcePosition] = [:],
    solution: [UInt8],
    commentary: String,
    examples: [Example],
    exemptions: [Exemption] = []
  ) {
    self.id = id
    self.title = title
    self.lesson = lesson
    self.rubric = rubric
    self.rubricSHA256 = rubricSHA256
    self.brief = brief
    self.files = files
    self.hints = hints
    self.checkPlaces = checkPlaces
    self.solution = solution
    self.commentary = commentary
    self.examples = examples
    self.exemptions = exemptions
  }

  /// Whether a `.dockerignore` lies beside a learner's Dockerfile when nobody adds or removes one.
  package var ignoreFile: IgnoreFile {
    if files.contains(where: { $0.path == ".dockerignore" }) { return .present }
    return files.contains { $0.path == "package.json" } ? .absent : .unknown
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
    /// Where it stands in `outcomes.yml`.
    package var place: SourcePosition?

    package init(
      name: String,
      dockerfile: [UInt8],
      score: Int,
      failing: [String],
      place: SourcePosition? = nil
    ) {
      self.name = name
      self.dockerfile = dockerfile
      self.score = score
      self.failing = failing
      self.place = place
    }
  }

  /// A single fault of the solution that need not lose points.
  package struct Exemption: Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The image is as good as before.
      case equivalent
      /// A fault that this exercise does not mark.
      case unmarked
    }

    package var mutant: String
    package var kind: Kind
    package var reason: String
    package var position: SourcePosition?

    package init(mutant: String, kind: Kind, reason: String, position: SourcePosition? = nil) {
      self.mutant = mutant
      self.kind = kind
      self.reason = reason
      self.position = position
    }
  }
}
