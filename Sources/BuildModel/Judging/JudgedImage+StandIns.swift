package import Diagnostics
import ShellSyntax

/// What becomes of a source that a RUN writes so that dependencies can be compiled before the real one comes.
package enum StandIn: Sendable {
  /// No RUN writes a source of Rust.
  case none
  /// The real source takes its place, and is compiled.
  case replaced
  /// Cargo compares times: the real file is older than what was compiled from the other, and counts as done.
  case kept(path: String, build: PackageStep)
  /// No COPY brings the real source.
  case alone(path: String, range: SourceRange)
  /// Nothing is compiled after the real source has come.
  case uncompiled(path: String, copy: CopyStep)
}

extension JudgedImage {
  package var standIn: StandIn {
    guard let written = writtenSources.first else { return .none }
    let builds = state.packages.filter { step in
      step.tool == .cargo && (step.action == .build || step.action == .install && step.readsManifest)
    }
    guard builds.contains(where: { $0.origin.instruction >= written.origin.instruction }) else { return .none }
    let copy = state.copies.last { copy in
      copy.origin.instruction > written.origin.instruction && copy.source == .context
        && state.files.items.contains { $0.origin == copy.origin && PathText.contains($0.path, written.path) }
    }
    guard let copy else { return .alone(path: written.path, range: written.range) }
    guard let build = builds.last(where: { $0.origin.instruction > copy.origin.instruction }) else {
      return .uncompiled(path: written.path, copy: copy)
    }
    let isFresh = state.commands.contains { command in
      let isBetween =
        command.origin.instruction > copy.origin.instruction
        && command.origin.instruction <= build.origin.instruction
      let isOwn = builds.contains { $0.origin == command.origin && $0.origin.instruction < copy.origin.instruction }
      return command.trace.problem != nil && isBetween
        || command.trace.executions.contains { execution in
          isBetween && Self.touches(execution) || (isBetween || isOwn) && Self.forgets(execution)
        }
    }
    return isFresh ? .replaced : .kept(path: written.path, build: build)
  }

  /// Sources of Rust that RUNs write.
  private var writtenSources: [(path: String, range: SourceRange, origin: Origin)] {
    state.commands.flatMap { command in
      command.trace.executions.flatMap { execution -> [(path: String, range: SourceRange, origin: Origin)] in
        let folder = execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) }
        let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        return Self.sources(writtenBy: execution).map { path in
          (PathText.join(folder ?? command.directory, path), range, command.origin)
        }
      }
    }
  }

  /// `echo … > src/main.rs`, `touch src/lib.rs`, `cargo init`, `cargo new NAME`.
  private static func sources(writtenBy execution: Execution) -> [String] {
    let targets = execution.redirections.filter { $0.kind == .write || $0.kind == .append }.compactMap(\.target.value)
    var found = targets.filter { $0.hasSuffix(".rs") }
    let words = execution.words.dropFirst().compactMap(\.value)
    let plain = words.filter { !$0.hasPrefix("-") }
    switch execution.words.first?.value.map(PathText.lastComponent) {
    case "touch", "tee": found += words.filter { $0.hasSuffix(".rs") && !PathText.hasWildcard($0) }
    case "cargo" where plain.first == "init" || plain.first == "new":
      let name = words.contains("--lib") ? "src/lib.rs" : "src/main.rs"
      found.append(PathText.join(plain.count > 1 ? plain[1] : ".", name))
    default: break
    }
    return found
  }

  /// Gives sources a new time.
  private static func touches(_ execution: Execution) -> Bool {
    let words = execution.words.map { $0.value ?? "" }
    switch words.first.map(PathText.lastComponent) {
    case "touch": return words.dropFirst().contains { $0.isEmpty || $0.hasSuffix(".rs") || PathText.hasWildcard($0) }
    case "find", "xargs": return words.contains("touch")
    default: return false
    }
  }

  /// Takes away what was compiled.
  private static func forgets(_ execution: Execution) -> Bool {
    let words = execution.words.map { $0.value ?? $0.knownStart }
    switch words.first.map(PathText.lastComponent) {
    case "cargo": return words.dropFirst().first { !$0.hasPrefix("-") } == "clean"
    case "rm": return words.contains { $0.split(separator: "/").contains("target") }
    case "find": return words.contains("-delete") && words.contains { $0.split(separator: "/").contains("target") }
    default: return false
    }
  }
}
