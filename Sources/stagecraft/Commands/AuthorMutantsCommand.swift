import ArgumentParser
import Course
import Diagnostics
import Mutation
import Session
import Terminal

extension AuthorCommand {
  /// `stagecraft author mutants`: how tight the rubrics are.
  struct MutantsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mutants",
      abstract: "Put single faults into solutions, and show those that lose no points.",
      discussion: """
        Each fault is one instruction dropped, moved, misspelt or the like. Faults that leave the image as good as \
        before are listed in examples/mutants.yml with the reason (Documentation/ExerciseFormat.md). Of all others, \
        \(MutationTrial.asked) % have to lose points.

        Exit status: 0 good, 1 too many faults survive or mutants.yml is wrong, 2 wrong usage.
        """
    )

    @OptionGroup var courseOption: CourseOption

    @OptionGroup var factsOption: FactsOption

    @ArgumentParser.Flag(help: "List every fault, with the checks that found it.")
    var all = false

    @ArgumentParser.Flag(help: "List the operators that make the faults.")
    var operators = false

    @ArgumentParser.Argument(help: "Exercises; without one, all of the course.")
    var exercises: [String] = []

    func run() throws {
      guard !operators else { return try listOperators() }
      let catalog = try courseOption.catalog()
      let facts = try factsOption.load()
      var isGood = true
      for id in exercises.isEmpty ? catalog.exercises : exercises {
        let trial = try catalog.mutationTrial(of: id, facts: facts)
        try Destination.standardOutput.write(MutationText(showsAll: all).text(of: trial))
        if !trial.problems.isEmpty { isGood = false }
      }
      if !isGood { throw ExitCode(1) }
    }

    private func listOperators() throws {
      let rows = MutationOperator.all.map { [Text("\(.code, $0.id)"), Text($0.fault)] }
      try Destination.standardOutput.write(Screen.standard().typesetter.text([.table(rows)]))
    }
  }
}
