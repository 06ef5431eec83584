import TestKit

/// A learner with a home of their own, in front of the built program.
struct Learner {
  static let program = BuiltProgram("stagecraft")
  static let prompt = "stagecraft ›"

  let home: TemporaryFolder
  let desk: TemporaryFolder
  var variables: [String: String]

  init() throws {
    home = try TemporaryFolder()
    desk = try TemporaryFolder()
    variables = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8", "INPUTRC": "/dev/null",
      "TMPDIR": "/tmp",
    ]
  }

  /// Opens the course on a terminal and waits for the prompt.
  func sitDown(columns: Int = 80, rows: Int = 24) throws -> TerminalProcess {
    let terminal = try TerminalProcess(
      Self.program.path,
      environment: variables,
      folder: desk.path,
      columns: columns,
      rows: rows
    )
    try terminal.wait(forLine: Self.prompt)
    return terminal
  }

  /// Runs the program without a terminal.
  func run(
    _ arguments: [String] = [],
    input: String? = nil,
    patience: Double = 60
  ) throws -> BuiltProgram.Output {
    try Self.program.run(arguments, input: input, environment: variables, folder: desk.path, patience: patience)
  }
}

extension BuiltProgram.Output {
  /// What a plain text may not hold: escapes, box characters, carriage returns.
  var undressed: Bool {
    !(text + errors).unicodeScalars.contains { scalar in
      scalar.value < 0x20 && scalar != "\n" || (0x2500...0x259F).contains(scalar.value)
    }
  }
}
