package import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// What the smaller checks ask.
extension JudgedImage {
  /// The text of a command in shell form; nil where it is an argument list or not set in the file.
  package func shellForm(of field: EffectiveImage.Field) -> String? {
    guard let origin = state.origins[field] else { return nil }
    switch (field, instruction(at: origin)) {
    case (.entrypoint, .entrypoint(let command)), (.command, .cmd(let command)):
      guard case .shell(let text) = command.form else { return nil }
      return document.string(text)
    default:
      return nil
    }
  }

  /// A variable of the image's environment; ARG does not count.
  package func variable(_ name: String) -> String? {
    image.environment.last { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// Whether the image's process is, or may be, Node: by its command, or because its base is made for it.
  package var runsNode: Bool {
    let words = (image.entrypoint ?? []) + (image.command ?? [])
    let programs: Set<String> = ["node", "npm", "npx", "yarn", "pnpm", "bun", "next"]
    let isNamed = words.flatMap { $0.split(separator: " ") }.contains {
      programs.contains(PathText.lastComponent(String($0)))
    }
    return isNamed || state.programs.has("node") == true
  }

  /// The installs of all stages that the target needs, in file order, each once.
  package var installs: [NodeModules] {
    build.states.enumerated().flatMap { index, state in
      (state?.installs ?? []).filter { $0.origin.stage == index }
    }
  }

  /// COPYs of the whole build context in the stages that the target needs, each once, in file order.
  package var wholeContextCopies: [CopyStep] {
    build.states.enumerated().flatMap { index, state in
      (state?.copies ?? []).filter { $0.origin.stage == index && $0.isWholeContext }
    }
  }

  /// The last of some copies that stands before an instruction, in its own stage or in the stages that it starts from.
  package func last(of copies: [CopyStep], before origin: Origin) -> CopyStep? {
    let chain = build.states[origin.stage]?.chain ?? []
    return copies.last { $0.origin.instruction < origin.instruction && chain.contains($0.origin.stage) }
  }

  /// A command that a RUN of the image's own stages runs, with words that are known.
  package struct OwnCommand: Sendable {
    package var words: [String]
    package var directory: String
    package var range: SourceRange
  }

  package var ownCommands: [OwnCommand] {
    state.commands.flatMap { command in
      command.trace.executions.map { execution in
        OwnCommand(
          words: execution.words.map { $0.value ?? "" },
          directory: PathText.join(command.directory, execution.directory ?? "."),
          range: document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        )
      }
    }
  }

  /// Whether a COPY or an install put files at or below a path.
  package func hasCopied(to path: String, in directory: String) -> Bool {
    let path = PathText.join(directory, path)
    return state.files.items.contains { PathText.relative($0.path, in: path) != nil }
  }

  /// The release lines of needed base images that have ended by the day of the facts.
  package var endedReleases: [(image: ImageReference, line: ReleaseLine, stage: Stage)] {
    build.neededStages.compactMap { stage in
      guard case .image(let reference) = stage.base, let line = baseImages.releaseLine(of: reference),
        line.endOfLife <= baseImages.date
      else { return nil }
      return (reference, line, stage)
    }
  }

  /// A living release of the same repository, as people write it.
  package func newestTag(of reference: ImageReference) -> String? {
    let lines = baseImages.releaseLines.filter { $0.repository == reference.repository }
    guard let successor = lines.map(\.successor).last(where: { !$0.isEmpty }) else { return nil }
    let name = reference.familiarName.prefix { $0 != ":" }
    return "\(name):\(successor)"
  }
}

extension CopyStep {
  /// Takes everything that the build context holds.
  package var isWholeContext: Bool {
    source == .context && sources.contains { ["/", "/*"].contains(PathText.clean("/" + $0)) }
  }
}
