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
  /// Variables of the image's environment that an ARG hides until the end of the stage.
  var hidden: [Int] = []
  var command: InstructionMark?
  var entrypoint: InstructionMark?
  var healthcheck: InstructionMark?

  init(_ index: Int, isWindows: Bool, _ heritage: Heritage) {
    self.index = index
    self.isWindows = isWindows
    scope = Scope(root: heritage.variables, isGlobal: false, hasPath: !isWindows)
    hasShell = heritage.hasShell
    hasWorkdir = heritage.hasWorkdir
    depth = heritage.depth
  }
}
