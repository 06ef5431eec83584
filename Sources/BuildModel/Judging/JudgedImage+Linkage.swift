import ShellSyntax

extension JudgedImage {
  /// How the programs that a stage makes find their libraries; nil where no compiler of machine code is known to run.
  package func linkage(of state: StageState) -> ProgramLinkage? {
    var found: ProgramLinkage?
    for linkage in builtLinkages(of: state) + calledLinkages(of: state) {
      // One program that needs libraries is enough.
      if linkage == .dynamic { return .dynamic }
      if found != .unknown { found = linkage }
    }
    return found
  }

  private func builtLinkages(of state: StageState) -> [ProgramLinkage] {
    state.packages.compactMap { step in
      guard let linkage = step.linkage else { return nil }
      guard linkage == .unknown else { return linkage }
      // Rust's own images of Alpine build for musl, which links statically.
      if step.tool == .cargo { return state.external.library == .musl ? .static : .dynamic }
      return step.tool == .go && lacksCompiler(state) ? .static : linkage
    }
  }

  /// Since Go 1.20 cgo is off where no C compiler is found, as in the images of Alpine.
  private func lacksCompiler(_ state: StageState) -> Bool {
    let isInstalled = state.packages.contains { step in
      step.tool?.isOfSystem == true && step.action == .install
        && step.packages.contains { $0.value.map(Self.compilerPackages.contains) ?? true }
    }
    return !isInstalled && ["gcc", "cc", "clang"].allSatisfy { state.programs.has($0) == false }
  }

  private static let compilerPackages: Set<String> = [
    "alpine-sdk", "build-base", "build-essential", "clang", "g++", "gcc", "gcc-c++",
  ]

  /// Those of compilers that no package tool calls.
  private func calledLinkages(of state: StageState) -> [ProgramLinkage] {
    state.commands.flatMap { $0.trace.executions.compactMap(Self.linkage) }
  }

  private static func linkage(of execution: Execution) -> ProgramLinkage? {
    guard let program = execution.words.first?.value.map(PathText.lastComponent) else { return nil }
    let words = execution.words.dropFirst().map { $0.value ?? $0.knownStart }
    switch program {
    case "gcc", "g++", "cc", "c++", "clang", "clang++", "rustc":
      if words.contains("-static") || words.contains(where: { $0.hasSuffix("target-feature=+crt-static") }) {
        return .static
      }
      return words.contains("-c") || words.isEmpty || words == ["--version"] ? nil : .dynamic
    case "swift":
      guard words.contains("build") else { return nil }
      return words.contains("-static-executable") || words.contains("--static-swift-stdlib") && words.contains("musl")
        ? .static : .dynamic
    default: return nil
    }
  }
}
