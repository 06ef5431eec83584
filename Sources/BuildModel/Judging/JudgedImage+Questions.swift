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
    state.environment[name]
  }

  /// Whether the image's process is, or may be, Node: by its command, or because its base is made for it.
  package var runsNode: Bool {
    (image.entrypoint ?? []).contains(where: Self.namesNode) || (image.command ?? []).contains(where: Self.namesNode)
      || state.programs.has("node") == true
  }

  private static func namesNode(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: " ")) else { return isNode(text) }
    return text.utf8.split(separator: UInt8(ascii: " ")).contains { isNode(String(Substring($0))) }
  }

  private static func isNode(_ program: String) -> Bool {
    switch PathText.lastComponent(program) {
    case "node", "npm", "npx", "yarn", "pnpm", "bun", "next": true
    default: false
    }
  }

  func makeInstalls() -> [NodeModules] {
    var found: [NodeModules] = []
    for (index, state) in build.states.enumerated() {
      guard let state else { continue }
      for install in state.installs where install.origin.stage == index { found.append(install) }
    }
    return found
  }

  func makeWholeContextCopies() -> [CopyStep] {
    var found: [CopyStep] = []
    for (index, state) in build.states.enumerated() {
      guard let state else { continue }
      for copy in state.copies where copy.origin.stage == index && copy.isWholeContext { found.append(copy) }
    }
    return found
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
    package var origin: Origin
  }

  package var ownCommands: [OwnCommand] {
    state.commands.flatMap { command in command.trace.executions.map { ownCommand($0, in: command) } }
  }

  /// Those that run one of some programs.
  package func ownCommands(of programs: [String]) -> [OwnCommand] {
    var found: [OwnCommand] = []
    for command in state.commands {
      for execution in command.trace.executions {
        guard let program = execution.words.first?.value, programs.contains(where: { $0 ~= program }) else { continue }
        found.append(ownCommand(execution, in: command))
      }
    }
    return found
  }

  func ownCommand(_ execution: Execution, in command: RunCommand) -> OwnCommand {
    OwnCommand(
      words: execution.words.map { $0.value ?? "" },
      directory: PathText.join(command.directory, execution.directory ?? "."),
      range: document.sourceRange(execution.range, in: command.script) ?? command.origin.range,
      origin: command.origin
    )
  }

  /// Whether a COPY or an install put files at or below a path.
  package func hasCopied(to path: String, in directory: String) -> Bool {
    let path = PathText.join(directory, path)
    return state.files.items.contains { PathText.contains(path, $0.path) }
  }

  /// The release lines of needed base images that have ended by the day of the facts.
  package var endedReleases: [(image: ImageReference, line: ReleaseLine, stage: Stage)] {
    var found: [(image: ImageReference, line: ReleaseLine, stage: Stage)] = []
    for index in build.stages.indices where build.states[index] != nil {
      guard case .image(let reference) = build.stages[index].base, let line = baseImages.releaseLine(of: reference),
        line.endOfLife <= baseImages.date
      else { continue }
      found.append((reference, line, build.stages[index]))
    }
    return found
  }

  /// A living release of the same repository, as people write it.
  package func newestTag(of reference: ImageReference) -> String? {
    guard let successor = baseImages.newestRelease(of: reference.repository) else { return nil }
    let name = Substring(reference.familiarName.utf8.prefix { $0 != UInt8(ascii: ":") })
    return "\(name):\(successor)"
  }
}

extension CopyStep {
  /// Takes everything that the build context holds.
  package var isWholeContext: Bool {
    guard source == .context else { return false }
    return sources.contains { path in
      switch path.utf8.first {
      case nil, UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "*"): ["/", "/*"].contains(PathText.join("/", path))
      default: path.utf8.contains(UInt8(ascii: "/")) && ["/", "/*"].contains(PathText.join("/", path))
      }
    }
  }
}
