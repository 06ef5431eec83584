import Diagnostics
import DockerfileSyntax

/// What is known about a stage while its instructions are gone through.
struct StageState {
  let index: Int
  var scope: Scope
  /// A SHELL was in this stage or below it.
  var hasShell: Bool
  /// A WORKDIR was.
  var hasWorkdir: Bool
  /// How many folders deep the working directory is.
  var depth: Int
  let isWindows: Bool
  var command: InstructionMark?
  var entrypoint: InstructionMark?
  var healthcheck: InstructionMark?

  @inline(__always)
  init(_ index: Int, isWindows: Bool, _ heritage: Heritage) {
    self.index = index
    self.isWindows = isWindows
    scope = Scope(root: heritage.variables, isGlobal: false, hasPath: !isWindows)
    hasShell = heritage.hasShell
    hasWorkdir = heritage.hasWorkdir
    depth = Int(heritage.depth)
  }
}

/// Where a stage has its CMD, ENTRYPOINT or HEALTHCHECK.
struct InstructionMark {
  let startLine: UInt32
  let endLine: UInt32
  let keyword: SourceRange
}
