import ArgumentParser
import BuildModel
import Classroom
import Diagnostics
import DockerfileSyntax
import Glibc
import Linting
import Reporting
import Rubric
import Terminal

/// `stagecraft lint`: Docker's own build checks, without Docker.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Make Docker's build checks on Dockerfiles, and say what Docker would refuse.",
    discussion: """
      The same as `docker build --check`, without a registry and with all stages. A .dockerignore beside a file is \
      taken into account. `stagecraft explain NAME` tells what a check means; a line `# check=skip=NAME` at the top of \
      a file leaves it out.

      Exit status: 0 nothing found, 1 findings or refused by Docker, 2 wrong usage, 3 something could not be read.
      """
  )

  @Option(help: "text, json, jsonl, or github for annotations of GitHub Actions.")
  var format = LintFormat.text

  @Option(help: "A file of more bytes is not read.")
  var maxSize = FileReader.standardLimit

  @ArgumentParser.Argument(help: "Dockerfiles or folders; - is standard input.", completion: .file())
  var paths: [String] = ["Dockerfile"]

  func run() throws {
    let found = SubmissionFinder().find(paths)
    for link in found.skippedLinks {
      Screen.write("\(Program.name): \(Printable.line(link)) is a link and is left out\n", to: STDERR_FILENO)
    }
    let reader = FileReader(limit: min(maxSize, Document.sizeLimit - 1))
    let files = found.submissions.map { lint($0, reader) }
    let screen = Screen.standard()
    let options = TextOptions(width: screen.width, height: screen.height, style: screen.style)
    let tool = Report.Tool(name: Program.name, version: Program.version)
    try Destination.standardOutput.write(format.bytes(of: LintReport(tool: tool, files: files), options))
    let status = files.reduce(CommandStatus.good) { max($0, Self.status(of: $1)) }
    if status != .good { throw ExitCode(status.rawValue) }
  }

  private func lint(_ submission: Submission, _ reader: FileReader) -> LintedFile {
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try reader.read(submission)
    } catch {
      return LintedFile(name: submission.name, unreadable: submission.unreadable ?? error.message)
    }
    let document = Document(parsing: bytes)
    var options = LintOptions()
    var refusals: [LintedFile.Remark] = []
    var notes = MisspeltStages(in: document).notes()
    switch submission.dockerfile.map(BuildContext.ignoring) {
    case .patterns(let patterns) where !patterns.hasExceptions:
      options.isIgnored = { path in patterns.leavesOut(path) }
    case .refused(let file, let problem):
      refusals.append(.init("\(file), line \(problem.line): \(problem.message)"))
    case .unreadable(let file, let reason):
      notes.append(.init("CopyIgnoredFile is not judged: \(file): \(reason)"))
    case .patterns, .nothing, nil: break
    }
    return LintedFile(
      name: submission.name,
      source: SourceFile(path: submission.path, bytes: bytes),
      document: document,
      result: Linter(options).lint(document),
      refusals: refusals,
      notes: notes
    )
  }

  private static func status(of file: LintedFile) -> CommandStatus {
    switch file.status {
    case .clean: .good
    case .findings, .refused: .findings
    case .unreadable: .unreadable
    }
  }
}

extension LintFormat: ExpressibleByArgument {}

extension Submission {
  /// Beside which its build context is looked for.
  fileprivate var dockerfile: FilePath? {
    switch origin {
    case .file(let path), .found(let path): path
    case .standardInput, .unsearchable: nil
    }
  }

  /// Why it is nothing to open.
  fileprivate var unreadable: String? {
    if case .unsearchable(let reason) = origin { reason } else { nil }
  }
}
