import ArgumentParser
import Course
import Diagnostics
import Foundation
import Terminal

extension AuthorCommand {
  /// `stagecraft author new`: the files that a new part of a course begins with.
  struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Begin an exercise with its solution, a lesson, or a course of your own.",
      discussion: """
        What is laid out is a small, complete example that `stagecraft author check` finds nothing wrong with; \
        comments say what to change. Nothing that is there is overwritten.
        """
    )

    enum Kind: String, EnumerableFlag {
      case exercise, lesson, course
    }

    @ArgumentParser.Flag(help: "What to begin; an exercise unless said otherwise.")
    var kind = Kind.exercise

    @Option(help: "The number in its name; without it the one behind the last.")
    var number: Int?

    @Option(name: .customLong("of"), help: "The lesson that the exercise belongs to, by its id.")
    var lesson: String?

    @Option(
      name: .customLong("in"),
      help: "The course's folder; without it this one.",
      completion: .directory
    )
    var root = "."

    @ArgumentParser.Argument(help: "The id of the exercise or lesson, or the folder of the course.")
    var name: String

    func run() throws {
      try refuseMisplacedOptions()
      let scaffold = try scaffold()
      let folder = kind == .course ? name : root
      if kind == .course, let entry = try entries(of: name).first {
        throw UsageError("\(Printable.line(name)) is not empty: it holds \(Printable.line(entry))")
      }
      for file in scaffold.files { try write(file, below: folder) }
      let paths = scaffold.files.map { Printable.line(folder == "." ? $0.path : "\(folder)/\($0.path)") }
      let last = "`\(Program.name) author check \(Printable.line(folder))` looks it over."
      try Destination.standardOutput.write((paths + [""] + scaffold.remarks + [last]).map { $0 + "\n" }.joined())
    }

    private func refuseMisplacedOptions() throws {
      if kind != .exercise, lesson != nil { throw UsageError("--of is for exercises") }
      if kind == .course, number != nil { throw UsageError("a course has no number") }
    }

    private func scaffold() throws -> Scaffold {
      guard kind != .course else { return Scaffold(course: URL(filePath: name).lastPathComponent) }
      let catalog = try CourseProgram.catalog(CourseFolder(root))
      do throws(Scaffold.Refusal) {
        return try kind == .lesson
          ? Scaffold(lesson: name, number: number, in: catalog)
          : Scaffold(exercise: name, number: number, lesson: lesson, in: catalog)
      } catch {
        throw UsageError(error.description)
      }
    }

    private func entries(of folder: String) throws -> [String] {
      FileManager.default.fileExists(atPath: folder)
        ? try FileManager.default.contentsOfDirectory(atPath: folder).sorted() : []
    }

    private func write(_ file: ContentFile, below folder: String) throws {
      let url = URL(filePath: "\(folder)/\(file.path)", directoryHint: .notDirectory)
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(file.bytes).write(to: url, options: .withoutOverwriting)
      } catch {
        throw OutputError(description: "cannot write \(folder)/\(file.path): \(error.localizedDescription)")
      }
    }
  }
}
