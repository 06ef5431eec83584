import ShellSyntax

/// How a compiled program finds its libraries.
package enum Linkage: Sendable {
  /// It brings them along: it runs in an empty image.
  case fixed
  /// It looks for them when it starts.
  case shared
}

extension JudgedImage {
  /// What the compilers of a stage are told; nil where none of them is known, or where it depends.
  package func linkage(of state: StageState) -> Linkage? {
    var found: Linkage?
    for command in state.commands {
      for execution in command.trace.executions {
        guard let linkage = linkage(of: execution, state) else { continue }
        // One program that needs libraries is enough.
        if linkage == .shared { return .shared }
        found = linkage
      }
    }
    return found
  }

  private func linkage(of execution: Execution, _ state: StageState) -> Linkage? {
    let words = execution.words.map { $0.value ?? $0.knownStart }
    guard let program = words.first.map(PathText.lastComponent) else { return nil }
    func variable(_ name: String) -> String? {
      let value = execution.variable(name) { name in state.variables[name].map { .known($0) } }
      if case .known(let text) = value { return text }
      return nil
    }
    switch program {
    case "go":
      guard words.dropFirst().first == "build" || words.dropFirst().first == "install" else { return nil }
      if variable("CGO_ENABLED") == "0" { return .fixed }
      return words.contains { $0.contains("-extldflags") && $0.contains("-static") } ? .fixed : .shared
    case "cargo":
      guard words.contains("build") || words.contains("install") else { return nil }
      let target = words.joined(separator: " ") + " " + (variable("CARGO_BUILD_TARGET") ?? "")
      let flags = variable("RUSTFLAGS") ?? ""
      if target.contains("-musl") || flags.contains("+crt-static") { return .fixed }
      // Rust's Alpine images link statically by themselves.
      return state.external.library == .musl ? .fixed : .shared
    case "gcc", "g++", "cc", "c++", "clang", "clang++":
      return words.contains("-static") ? .fixed : words.contains("-c") ? nil : .shared
    case "swift":
      guard words.contains("build") else { return nil }
      return words.contains("-static-executable") || words.contains("--static-swift-stdlib") && words.contains("musl")
        ? .fixed : .shared
    default: return nil
    }
  }
}
