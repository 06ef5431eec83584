import BuildModel

/// Whose image a check is asked about.
package enum StageSelector: Hashable, Sendable {
  /// The stage that is graded: the default target, or the one of `--target`.
  case final
  /// The stages before it that run a build step.
  case builder
  /// The stages before it that give files to the image, or that it starts from.
  case contributing
  /// All stages of the file.
  case any
  /// The stage of a name, whether the image needs it or not.
  case named(String)

  /// No person's file has more; each one that the image does not need is a build of its own to look at.
  private static let mostStages = 64

  /// The words that rubrics write; a name stands for itself.
  package static let words: [(word: String, selector: StageSelector)] = [
    ("final", .final), ("builder", .builder), ("contributing", .contributing), ("any", .any),
  ]

  package var text: String {
    if case .named(let name) = self { return name }
    return Self.words.first { $0.selector == self }?.word ?? ""
  }

  /// The stages that are meant, in file order.
  func stages(of image: JudgedImage) -> [Int] {
    switch self {
    case .final: [image.build.target]
    case .builder: Self.builders(of: image)
    case .contributing: image.givingStages.sorted()
    case .any: Array(image.build.stages.indices.prefix(Self.mostStages))
    case .named(let name):
      image.build.stages.last { $0.isNamed && $0.name == name.lowercased() }.map { [$0.index] } ?? []
    }
  }

  /// Those that reach the image; where none does, all that build.
  private static func builders(of image: JudgedImage) -> [Int] {
    let reaching = Set(image.contributions.map(\.step.stage))
    return (reaching.isEmpty ? Set(image.earlierSteps.map(\.stage)) : reaching).sorted()
  }

  /// What to say where no such stage is there.
  func missing(in image: JudgedImage) -> Finding {
    switch self {
    case .named(let name):
      Finding(
        "there is no stage \(name)",
        "the file has no stage called \(name)",
        at: image.fromRange,
        fix: "FROM … AS \(name)"
      )
    case .builder:
      Finding(
        "no stage builds anything",
        "no stage before the final one runs a build step",
        at: image.fromRange,
        fix: "put the build into a stage of its own: FROM … AS builder"
      )
    case .final, .contributing, .any:
      Finding(
        "the final stage takes nothing from an earlier one",
        "the final stage takes no files from an earlier stage",
        at: image.fromRange,
        fix: "COPY --from=builder …"
      )
    }
  }
}
