import ArgumentParser
import BuildModel
import Classroom
import Course
import Diagnostics
import DockerfileSyntax
import Glibc
import Reporting
import Terminal

/// `stagecraft image`: the configuration of the images that a file's targets would yield.
struct ImageCommand: ParsableCommand {
  enum Bases: String, ExpressibleByArgument, CaseIterable {
    case known, empty
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "image",
    abstract: "Print the configuration of the image that a Dockerfile would yield, as JSON, one line a target."
  )

  @Option(help: "The stage to build; without it the last one.")
  var target: String?

  @ArgumentParser.Flag(help: "The default target and every named stage.")
  var allTargets = false

  @Option(help: "Whether the built-in facts about base images are used, or every base counts as empty.")
  var bases = Bases.known

  @Option(help: "json and jsonl are the same here: one object a line.")
  var format = Format.jsonl

  @OptionGroup var factsOption: FactsOption

  @ArgumentParser.Argument(help: "Dockerfiles; - is standard input.", completion: .file())
  var files: [String]

  func run() throws {
    let facts = try factsOption.load()
    let reader = FileReader(limit: Document.sizeLimit - 1)
    var isComplete = true
    for file in files {
      let origin = file == "-" ? Submission.Origin.standardInput : .file(FilePath(file))
      do throws(ReadError) {
        let bytes = try reader.read(Submission(name: file, origin: origin))
        Screen.write(lines(of: Document(parsing: bytes), file: file, facts), to: STDOUT_FILENO)
      } catch {
        isComplete = false
        Screen.write("\(Program.name): \(Printable.line("\(file): \(error.message)"))\n", to: STDERR_FILENO)
      }
    }
    if !isComplete { throw ExitCode(CommandStatus.unreadable.rawValue) }
  }

  private func lines(of document: Document, file: String, _ facts: CourseFacts) -> String {
    var writer = JSONWriter()
    for target in targets(document) {
      let options = BuildOptions(
        target: target,
        baseImages: bases == .known ? facts.baseImages : nil,
        packageManagers: facts.packageManagers
      )
      ImageRecord(file: file, target: target, document: document, options: options).write(to: &writer)
      writer.endLine()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
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
