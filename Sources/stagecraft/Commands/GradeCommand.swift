import ArgumentParser
import BuildModel
import Classroom
import Course
import Diagnostics
import DockerfileSyntax
import Engine
import Glibc
import Rubric
import Terminal

/// `stagecraft grade`: judges the images that Dockerfiles would yield.
struct GradeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade Dockerfiles: one, several, a folder of submissions, or standard input.",
    discussion: """
      In a folder, Dockerfile, Dockerfile.*, *.Dockerfile and Containerfile are graded, at any depth. Hidden folders \
      and node_modules are left out, links are not followed.

      Exit status: 0 all passed, 1 not passed, refused by Docker or not borne out by --build, 2 wrong usage or an \
      unusable rubric, 3 something could not be read, or --build could say nothing. The worst one wins.
      """
  )

  @Option(help: "The exercise whose rubric is applied; react-node unless said otherwise, or the only one of a course.")
  var exercise: String?

  @Option(help: "The stage to judge, as docker build --target; without it the last one.")
  var target: String?

  @Option(name: .customLong("build-arg"), help: "A build argument as NAME=VALUE; may be repeated.")
  var buildArguments: [String] = []

  @Option(
    help: """
      text, json, jsonl, junit, github or csv, to standard output, or to a file with FORMAT=PATH; may be repeated.
      """
  )
  var format: [FormatArgument] = []

  @ArgumentParser.Flag(help: "Show every finding in full.")
  var all = false

  @Option(help: "A file of more bytes is not read.")
  var maxSize = FileReader.standardLimit

  @OptionGroup var courseOption: CourseOption

  @OptionGroup var factsOption: FactsOption

  @OptionGroup(title: "Real builds")
  var engine: EngineOptions

  @ArgumentParser.Argument(help: "Dockerfiles or folders; - is standard input.", completion: .file())
  var paths: [String] = ["Dockerfile"]

  func run() async throws {
    let output = try ReportOutput(format)
    let arguments = try BuildArguments.parse(buildArguments)
    let catalog = try courseOption.catalog()
    let exercise = try exercise ?? Self.standardExercise(of: catalog)
    let rubric = try catalog.rubric(of: exercise)
    let facts = try factsOption.load()
    let found = SubmissionFinder().find(paths)
    for link in found.skippedLinks { note("\(link) is a link and is left out") }
    let grader = ClassGrader(
      Grader(rubric: rubric.rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers),
      build: .init(target: target, buildArguments: arguments),
      reader: FileReader(limit: min(maxSize, Document.sizeLimit - 1))
    )
    var results = await grade(found.submissions, grader, showsProgress: output.isForPeople)
    try refuseUnknownTarget(results)
    if let settings = engine.settings {
      let plan = BuildPlan(
        files: try catalog.exercise(exercise).files,
        target: target,
        arguments: arguments,
        facts: facts.baseImages,
        packageManagers: facts.packageManagers
      )
      results = try await build(results, of: found.submissions, BuildSession(settings, plan: plan))
    }
    let tool = Report.Tool(name: Program.name, version: Program.version)
    try output.write(Report(tool: tool, exercise: rubric.summary, results: results), showsAll: all)
    let status = CommandStatus(results)
    if status != .good { throw ExitCode(status.rawValue) }
  }

  /// The course's main exercise; a course of one's own need not have it.
  private static func standardExercise(of catalog: CourseCatalog) throws -> String {
    let main = "react-node"
    let known = catalog.exercises
    if known.contains(main) { return main }
    if let only = known.first, known.count == 1 { return only }
    let names = known.map { "`\($0)`" }.joined(separator: ", ")
    throw UsageError("which exercise? --exercise names it; the course has \(names.isEmpty ? "none" : names)")
  }

  private func grade(_ submissions: [Submission], _ grader: ClassGrader, showsProgress: Bool) async
    -> [SubmissionResult]
  {
    let counts = showsProgress && submissions.count > 100 && isatty(STDERR_FILENO) == 1
    defer { if counts { Screen.write("\r\u{1B}[K", to: STDERR_FILENO) } }
    return await grader.grade(submissions) { done in
      if counts, done % 50 == 0 { Screen.write("\r\(done)/\(submissions.count)", to: STDERR_FILENO) }
    }
  }

  /// Builds for real; after Ctrl-C nothing of it is left, and the program ends by that signal.
  private func build(
    _ results: [SubmissionResult],
    of submissions: [Submission],
    _ session: BuildSession
  ) async throws -> [SubmissionResult] {
    let counts = isatty(STDERR_FILENO) == 1
    let names = submissions.map { Printable.line($0.name) }
    return try await Interruption.guarding {
      defer { if counts { Screen.write("\r\u{1B}[K", to: STDERR_FILENO) } }
      return try await session.confirm(results, of: submissions) { number in
        guard counts else { return }
        let text = "\(number)/\(names.count) building \(names[number - 1])"
        let room = Screen(style: .plain, isInteractive: false, descriptor: STDERR_FILENO).width - 1
        Screen.write("\r\u{1B}[K" + TextLayout.truncated(text, to: room), to: STDERR_FILENO)
      } complain: { message in
        Screen.write("\(Program.name): \(Printable.line(message))\n", to: STDERR_FILENO)
      }
    }
  }

  /// Of one file alone an unknown stage is wrong usage; in a class it is the submission's fault.
  private func refuseUnknownTarget(_ results: [SubmissionResult]) throws {
    guard let target, results.count == 1, let result = results.first, result.status == .rejected,
      let error = result.error, error.hasPrefix(BuildError.unknownTarget(target))
    else { return }
    throw UsageError(error)
  }

  private func note(_ message: String) {
    Screen.write("\(Program.name): \(Printable.line(message))\n", to: STDERR_FILENO)
  }
}
