package import Course
package import Diagnostics
import Glibc
package import Rubric
package import Session

/// Runs a session for a learner: shows what it says, performs what it wants, and hands it what is typed.
package struct Tutor {
  /// What a tutor cannot do alone.
  package struct Tools {
    /// Judges a file; the report holds one result.
    package var grade: (Exercise, SourceFile) -> Report
    /// A report as text of at most so many columns; the last word is whether every finding is told in full.
    package var render: (Report, Style, Int, Bool) -> String
    /// Called once, when what is remembered is needed for the first time.
    package var openStore: () throws -> OpenedStore

    package init(
      grade: @escaping (Exercise, SourceFile) -> Report,
      render: @escaping (Report, Style, Int, Bool) -> String,
      openStore: @escaping () throws -> OpenedStore
    ) {
      self.grade = grade
      self.render = render
      self.openStore = openStore
    }
  }

  let syllabus: Syllabus
  let tools: Tools
  let screen: Screen
  var store: (any LearnerStore)?
  /// Where refusals go: beside the output for a single command, within it in a conversation.
  var isConversation = false
  var status = ExitStatus.good
  var ending: Ending?

  enum Ending: Equatable {
    case quit
    case terminated(signal: Int32)
  }

  package init(syllabus: Syllabus, tools: Tools, screen: Screen) {
    self.syllabus = syllabus
    self.tools = tools
    self.screen = screen
  }

  /// The course as a conversation, until the learner leaves. Returns the exit status.
  package mutating func converse() -> Int32 {
    isConversation = true
    let record = openStore()
    var session = Session(syllabus: syllabus, surroundings: surroundings(), record: record)
    var lines: any LineSource =
      screen.isInteractive
      ? LineEditor(style: screen.style, historyPath: historyPath)
      : LineReader(descriptor: STDIN_FILENO)
    perform(session.begin(), &session)
    while ending == nil {
      if screen.isInteractive { screen.write("\n") }
      let asked = session
      switch lines.next(prompt: session.prompt, completions: { asked.completions(of: $0) }) {
      case .line(let line):
        if !screen.isInteractive { screen.write("\n") }
        perform(session.handle(line: line), &session)
      case .end:
        if screen.isInteractive {
          screen.write("\n")
          perform(session.handle(.quit), &session)
        }
        ending = .quit
      case .terminated(let signal): ending = .terminated(signal: signal)
      }
    }
    if case .terminated(let signal) = ending { return 128 + signal }
    return ExitStatus.good.rawValue
  }

  /// A single command from a shell. Returns the exit status.
  ///
  /// A lesson that goes into a file or a pipe is not remembered as read, and nothing is needed to keep it in.
  package mutating func run(_ command: Command) -> Int32 {
    let isPrinting = if case .lesson = command { !screen.isInteractive } else { false }
    let record = isPrinting ? LearnerRecord() : openStore()
    var session = Session(syllabus: syllabus, surroundings: surroundings(isShell: true), record: record)
    perform(session.handle(command), &session)
    return status.rawValue
  }

  /// Opens the store; what goes wrong is told, and the course goes on.
  private mutating func openStore() -> LearnerRecord {
    do {
      let opened = try tools.openStore()
      store = opened.store
      if let problem = opened.problem { complain(problem) }
      return try opened.store.record()
    } catch {
      giveUpStore(error)
      return LearnerRecord()
    }
  }

  /// Nothing is written any more; told once.
  mutating func giveUpStore(_ error: any Error) {
    store = nil
    complain(Notice.notRemembered(String(describing: error)))
  }

  /// Something went wrong beside the matter: on standard error.
  func complain(_ text: Text) {
    Screen.write(screen.typesetter.text([.text(text)]), to: STDERR_FILENO)
  }

  private func surroundings(isShell: Bool = false) -> Surroundings {
    let here = workingDirectory
    return Surroundings(
      workingDirectory: here,
      homeDirectory: Screen.variable("HOME"),
      reading: screen.isInteractive && !isShell ? .sections : .whole,
      manner: isShell ? .shell(holdsDockerfile: access(here + "/Dockerfile", F_OK) == 0) : .conversation
    )
  }

  private var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private var historyPath: String? {
    let folder = StateFolder.path(stateHome: Screen.variable("XDG_STATE_HOME"), home: Screen.variable("HOME"))
    return folder.map { $0 + "/history" }
  }
}

/// What a process says at its end; the worst of several wins.
package enum ExitStatus: Int32, Comparable, Sendable {
  case good = 0
  case wrongUsage = 2
  case inaccessible = 3

  package static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
