import ArgumentParser
import BuildModel
import Classroom
import Course
import Diagnostics
import DockerfileSyntax
import Glibc
import Reporting
import Terminal

/// `stagecraft image`: the images that a file's targets would yield, and where everything in them comes from.
struct ImageCommand: ParsableCommand {
  enum Bases: String, ExpressibleByArgument, CaseIterable {
    case known, empty
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "image",
    abstract: "Show the image that a Dockerfile would yield, and where each part of it comes from.",
    discussion: """
      User, entrypoint, command, environment, ports and the rest, each with the instruction, variable, build argument \
      or base image that decides it; the files, by the instructions and stages that they came through; the stages.

      Exit status: 0 good, 1 refused by Docker, 2 wrong usage, 3 something could not be read.
      """
  )

  @Option(help: "The stage to build; without it the last one.")
  var target: String?

  @Option(name: .customLong("build-arg"), help: "A build argument as NAME=VALUE; may be repeated.")
  var buildArguments: [String] = []

  @ArgumentParser.Flag(help: "The default target and every named stage.")
  var allTargets = false

  @Option(help: "Whether the built-in facts about base images are used, or every base counts as empty.")
  var bases = Bases.known

  @Option(help: "text; json, with traces, one object a line; jsonl, the bare configuration, one object a line.")
  var format = Format.text

  @Option(help: "A file of more bytes is not read.")
  var maxSize = FileReader.standardLimit

  @OptionGroup var factsOption: FactsOption

  @ArgumentParser.Argument(help: "Dockerfiles; - is standard input.", completion: .file())
  var files: [String] = ["Dockerfile"]

  func run() throws {
    let facts = try factsOption.load()
    let arguments = try BuildArguments.parse(buildArguments)
    let reader = FileReader(limit: min(maxSize, Document.sizeLimit - 1))
    var status = CommandStatus.good
    var isFirst = true
    for file in files {
      let origin = file == "-" ? Submission.Origin.standardInput : .file(FilePath(file))
      do {
        let bytes = try reader.read(Submission(name: file, origin: origin))
        let input = Input(file: file, bytes: bytes, document: Document(parsing: bytes))
        for target in targets(input.document) {
          let options = BuildOptions(
            target: target,
            arguments: arguments,
            baseImages: bases == .known ? facts.baseImages : nil,
            packageManagers: facts.packageManagers
          )
          status = max(status, try show(input, options, isFirst: isFirst))
          isFirst = false
        }
      } catch let error as ReadError {
        status = .unreadable
        Screen.write("\(Program.name): \(Printable.line("\(file): \(error.message)"))\n", to: STDERR_FILENO)
      }
    }
    if status != .good { throw ExitCode(status.rawValue) }
  }

  private struct Input {
    let file: String
    let bytes: [UInt8]
    let document: Document

    var source: SourceFile { SourceFile(path: file, bytes: bytes) }
    var ignoreFile: IgnoreFile { file == "-" ? .unknown : BuildContext.ignoreFile(for: FilePath(file)) }
  }

  private func show(_ input: Input, _ options: BuildOptions, isFirst: Bool) throws -> CommandStatus {
    var writer = JSONWriter()
    if format == .jsonl {
      let record = ImageRecord(
        file: input.file,
        target: options.target,
        document: input.document,
        options: options
      )
      record.write(to: &writer)
      writer.endLine()
      try Destination.standardOutput.write(writer.bytes)
      return record.isRefused ? .findings : .good
    }
    let report = ImageReport(
      file: input.file,
      source: input.source,
      document: input.document,
      options: options,
      ignoreFile: input.ignoreFile
    )
    try refuseUnknownTarget(report)
    if format == .json {
      ImageJSON().write(report, tool: (Program.name, Program.version), to: &writer)
      try Destination.standardOutput.write(writer.bytes)
    } else {
      let screen = Screen.standard()
      let text = ImageText(TextOptions(width: screen.width, height: screen.height, style: screen.style))
      let lines = (isFirst ? [] : [""]) + text.lines(of: report)
      try Destination.standardOutput.write(lines.map { $0 + "\n" }.joined())
    }
    return report.error == nil ? .good : .findings
  }

  /// Of one file alone an unknown stage is wrong usage.
  private func refuseUnknownTarget(_ report: ImageReport) throws {
    guard let target, files.count == 1, let error = report.error,
      error.message.hasPrefix(BuildError.unknownTarget(target))
    else { return }
    throw UsageError(error.message)
  }

  private func targets(_ document: Document) -> [String?] {
    guard allTargets else { return [target] }
    var names: [String] = []
    for name in document.stages.map({ document.name(of: $0) }) where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    return [nil] + names
  }
}
