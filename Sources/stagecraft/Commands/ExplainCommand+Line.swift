import ArgumentParser
import BuildModel
import Classroom
import Course
import Diagnostics
import DockerfileSyntax
import Glibc
import Reporting
import Terminal

extension ExplainCommand {
  /// Of a place in a file.
  func explain(_ place: FilePlace) throws {
    let isInput = place.file == "-"
    let path = FilePath(place.file)
    let submission = Submission(name: place.file, origin: isInput ? .standardInput : .file(path))
    let bytes: [UInt8]
    do {
      bytes = try FileReader().read(submission)
    } catch {
      Screen.write("\(Program.name): \(Printable.line("\(place.file): \(error.message)"))\n", to: STDERR_FILENO)
      throw ExitCode(CommandStatus.unreadable.rawValue)
    }
    let facts = try factsOption.load()
    let source = SourceFile(path: place.file, bytes: bytes)
    let explainer = Explainer(
      file: place.file,
      source: source,
      document: Document(parsing: bytes),
      options: BuildOptions(
        target: target,
        arguments: try BuildArguments.parse(buildArguments),
        baseImages: facts.baseImages,
        packageManagers: facts.packageManagers
      ),
      ignoreFile: isInput ? .unknown : BuildContext.ignoreFile(for: path)
    )
    if let target, let refusal = explainer.refusal, refusal.hasPrefix(BuildError.unknownTarget(target)) {
      throw UsageError(refusal)
    }
    guard let found = explainer.explanation(line: place.line, column: place.column) else {
      let lines = explainer.lineCount == 1 ? "1 line" : "\(explainer.lineCount) lines"
      throw UsageError("\(Printable.line(place.file)) has \(lines), and no line \(place.line)")
    }
    try show(found, source)
    if explainer.refusal != nil { throw ExitCode(CommandStatus.findings.rawValue) }
  }

  private func show(_ found: Explanation, _ source: SourceFile) throws {
    switch format {
    case .text:
      let screen = Screen.standard()
      let options = TextOptions(width: screen.width, height: screen.height, style: screen.style)
      let lines = ExplanationText(options).lines(of: found, in: source)
      try Destination.standardOutput.write(lines.map { $0 + "\n" }.joined())
    case .json:
      var writer = JSONWriter()
      ExplanationJSON().write(found, in: source, tool: (Program.name, Program.version), to: &writer)
      try Destination.standardOutput.write(writer.bytes)
    }
  }
}
