import ArgumentParser
import Classroom
import Course
import Diagnostics
import Rubric
import Session
import Terminal

extension AuthorCommand {
  /// `stagecraft author test`: what an exercise's own Dockerfiles get, while its rubric is being written.
  struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Grade the Dockerfiles that exercises ship, or try one check on all of them.",
      discussion: """
        Exit status: 0 everything is as outcomes.yml says, 1 something is not, 2 wrong usage or an unusable course.
        """
    )

    @Option(help: "An item of the rubric, or any check that needs no parameters.")
    var only: String?

    @OptionGroup var courseOption: CourseOption

    @OptionGroup var factsOption: FactsOption

    @ArgumentParser.Argument(help: "Exercises; without one, all of the course.")
    var exercises: [String] = []

    func run() throws {
      let catalog = try courseOption.catalog()
      let facts = try factsOption.load()
      var isGood = true
      for id in exercises.isEmpty ? catalog.exercises : exercises {
        var (exercise, folder) = try catalog.exerciseWithFolder(id)
        if let only, !exercise.rubric.items.contains(where: { $0.id == only }) {
          // Of a whole course, the exercises that ask it are meant.
          if exercises.isEmpty { continue }
          exercise.rubric = try Self.rubric(asking: only, besides: exercise.rubric)
        }
        let runs = ExampleRun.all(of: exercise, folder: folder) { source, exercise in
          Grader(rubric: exercise.rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
            .grade(source, ignoreFile: exercise.ignoreFile)
        }
        isGood = try show(runs, of: exercise) && isGood
      }
      if !isGood { throw ExitCode(CommandStatus.findings.rawValue) }
    }

    /// A check that the rubric does not ask; what it would say of the examples is all that is wanted.
    private static func rubric(asking id: String, besides rubric: Rubric) throws -> Rubric {
      let known = CheckRegistry.standard.ids
      guard let check = CheckRegistry.standard[id] else {
        let nearest = NearestName.of(id, in: rubric.items.map(\.id) + known)
        throw UsageError(
          "there is no check `\(Printable.line(id))`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
        )
      }
      do throws(ArgumentProblems) {
        return Rubric(passMark: 1, items: [Rubric.Item(check: try check.asked(), points: 0, severity: .recommended)])
      } catch {
        throw UsageError("the check `\(id)` needs parameters: give it a place in the rubric first")
      }
    }

    private func show(_ runs: [ExampleRun], of exercise: Exercise) throws -> Bool {
      let rows = runs.flatMap { run -> [Row] in
        guard let only else { return [Row(scoreOf: run)] }
        return run.result.checks.filter { $0.id == only }.map { Row($0, of: run) }
      }
      let heading: Text = "\(.strong, exercise.id)\(only.map { " · \($0)" } ?? "")"
      let blocks: [Block] = [.text(heading), .table(rows.map(\.cells)), .blank]
      try Destination.standardOutput.write(Screen.standard().typesetter.text(blocks))
      return rows.allSatisfy(\.isExpected)
    }
  }
}

/// A line about one Dockerfile.
private struct Row {
  var isExpected = true
  var cells: [Text]

  /// What one check says.
  init(_ check: CheckResult, of run: ExampleRun) {
    let expectation = run.expectation(of: check)
    isExpected = expectation.map { $0 == (check.status == .passed) } ?? true
    let place = check.range.map { LineTable(run.source).line(at: Int($0.lower)) }
    let words = Printable.line(check.message) + (place.map { ", line \($0)" } ?? "")
    cells = Self.cells(isExpected, check.status.rawValue, run.name, words)
  }

  /// What all checks come to.
  init(scoreOf run: ExampleRun) {
    let unexpected = run.result.checks.filter { check in
      run.expectation(of: check).map { $0 != (check.status == .passed) } ?? false
    }
    isExpected = unexpected.isEmpty && run.expectedScore.map { $0 == run.result.score } ?? true
    let expected = run.expectedScore.map { $0 == run.result.score ? "" : ", not \($0)" } ?? ""
    let failing = run.result.checks.filter { $0.maxPoints > 0 && $0.status != .passed }.map(\.id)
    let words = failing.isEmpty ? "" : "without \(failing.joined(separator: ", "))"
    cells = Self.cells(isExpected, "\(run.result.score)\(expected)", run.name, words)
  }

  private static func cells(_ isExpected: Bool, _ verdict: String, _ name: String, _ words: String) -> [Text] {
    let mark: Text = isExpected ? "" : "\(.error, "not as said")"
    return [mark, Text(verdict), "\(.code, name)", Text(words)]
  }
}
