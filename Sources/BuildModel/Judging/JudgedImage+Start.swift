import Diagnostics
import ShellSyntax

/// What a container of the image starts.
package struct StartCommand: Sendable {
  /// ENTRYPOINT and CMD together; a script that the base image puts in front of the command is left out.
  package var words: [String]
  /// The instruction that says so; nil where the base image does.
  package var origin: Origin?
  /// Every program on the way, in order: of `sh -c "exec java -jar app.jar"` the shell, `exec` and `java`.
  package var programs: [[String?]]
  /// It could be read to its end.
  package var isRead: Bool

  /// The program that does the work.
  package var application: [String?]? { programs.last }
}

extension JudgedImage {
  /// nil where nothing is set; what an unknown base image starts is not known.
  package var startCommand: StartCommand? {
    var words = image.command ?? []
    if let entrypoint = image.entrypoint, !isWrapper(entrypoint, before: words) { words = entrypoint + words }
    guard !words.isEmpty else { return nil }
    let trace = ScriptReading(state: state).trace(arguments: words.map { ShellWord($0, at: SourceRange(0, 0)) })
    return StartCommand(
      words: words,
      origin: state.origins[.command].flatMap { (image.command ?? []).isEmpty ? nil : $0 }
        ?? state.origins[.entrypoint],
      programs: trace.executions.map { $0.words.map(\.value) },
      isRead: trace.problem == nil
    )
  }

  /// The scripts that official images start with end by starting the command.
  private func isWrapper(_ entrypoint: [String], before command: [String]) -> Bool {
    guard state.origins[.entrypoint] == nil, !command.isEmpty, let first = entrypoint.first else { return false }
    let name = PathText.lastComponent(first)
    return name.hasSuffix(".sh") || name.hasSuffix("entrypoint")
  }

  /// Whether a program can be started: a file that is copied, or one that the system has; nil when not known.
  package func canStart(_ program: String) -> Bool? {
    guard program.contains("/") else {
      if let known = state.programs.has(program) {
        return known ? true : mayBeOnPath(program) ? nil : false
      }
      return nil
    }
    let path = PathText.join(state.directory, program)
    switch presence(of: path) {
    case .present, .possible: return true
    case .unknown:
      if StageState.isSystemPath(path), let known = state.programs.has(PathText.lastComponent(path)), known {
        return true
      }
      return nil
    case .absent: return false
    }
  }

  /// A copy or a command of the build may have put it into a folder of PATH.
  private func mayBeOnPath(_ program: String) -> Bool {
    let folders = (state.variables["PATH"] ?? "").split(separator: ":").map(String.init)
    let isCopied = folders.contains { folder in
      guard folder.hasPrefix("/") else { return false }
      switch presence(of: PathText.join(folder, program)) {
      case .present, .possible: return true
      case .unknown, .absent: return false
      }
    }
    return isCopied || state.hasInstalls
  }
}

extension StageState {
  /// Commands ran that may bring programs of any name: package managers of languages, downloads, compilers.
  var hasInstalls: Bool {
    commands.contains { command in
      command.trace.problem != nil
        || command.trace.executions.contains { execution in
          guard let name = execution.words.first?.value.map(PathText.lastComponent) else { return true }
          return Self.bringers.contains(name)
        }
    }
  }

  private static let bringers: Set<String> = [
    "npm", "yarn", "pnpm", "bun", "pip", "pip3", "pipx", "python", "python3", "poetry", "uv", "pdm", "pipenv", "gem",
    "bundle", "composer", "cargo", "go", "make", "cmake", "tar", "unzip", "curl", "wget", "ln", "cp", "mv", "install",
    "git", "dpkg", "rpm", "sdk",
  ]
}
