import ArgumentParser
import Classroom
import Course
import Diagnostics
import Terminal

/// `--facts FILE`: what a user knows about base images, before what the program knows.
struct FactsOption: ParsableArguments {
  @Option(
    help: """
      A file of base images of your own, in the format of Documentation/FactsFormat.md; its rows stand before the \
      built-in ones. Without it the variable STAGECRAFT_FACTS names it.
      """,
    completion: .file(extensions: ["yml", "yaml"])
  )
  var facts: String?

  /// - Throws: `CourseError` with line and column for a file that says something wrong, `UsageError` for one that
  ///   cannot be read.
  func load() throws -> CourseFacts { try Self.load(facts ?? Self.pathInEnvironment) }

  /// The file that the environment names, for commands without the option.
  static var pathInEnvironment: String? {
    guard let path = Screen.variable("STAGECRAFT_FACTS"), !path.isEmpty else { return nil }
    return path
  }

  static func load(_ path: String?) throws -> CourseFacts {
    guard let path else { return try CourseFacts() }
    return try CourseFacts(own: SourceFile(path: path, bytes: try bytes(of: path)))
  }

  private static func bytes(of path: String) throws(UsageError) -> [UInt8] {
    do throws(ReadError) {
      return try FileReader().read(FilePath(path))
    } catch {
      throw UsageError("the facts in \(path) cannot be read: \(error.message)")
    }
  }
}
