import ArgumentParser
import Course
import Diagnostics
import Rubric
import Session
import Terminal

extension AuthorCommand {
  /// `stagecraft author checks`: what a rubric may ask.
  struct ChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "checks",
      abstract: "List the checks that a rubric may ask, or show one with its parameters and examples."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, markdown
    }

    @Option(help: "text for people, or markdown for documents.")
    var format = Format.text

    @ArgumentParser.Argument(
      help: "The id of a check; without one, the list of all.",
      completion: .list(CheckRegistry.standard.ids)
    )
    var check: String?

    func run() throws {
      let registry = CheckRegistry.standard
      let page = try check.map { try Self.page($0, in: registry) }
      let output = Destination.standardOutput
      switch format {
      case .markdown: try output.write(page?.markdown() ?? CheckCatalogue(registry).markdown)
      case .text:
        let typesetter = Screen.standard().typesetter
        let blocks = page.map { [Block.markdown($0.markdown())] } ?? Self.list(registry, width: typesetter.width)
        try output.write(typesetter.text(blocks))
      }
    }

    private static func page(_ id: String, in registry: CheckRegistry) throws -> CheckPage {
      if let check = registry[id] { return CheckPage(check) }
      let hint = NearestName.of(id, in: registry.ids).map { "did you mean `\($0)`?" }
      throw UsageError(
        "there is no check `\(Printable.line(id))`; \(hint ?? "`\(Program.name) author checks` lists them")"
      )
    }

    /// Beside the longest id, a title needs as much room again.
    private static let roomForTable = 64

    private static func list(_ registry: CheckRegistry, width: Int) -> [Block] {
      let rows = registry.checks.map { check -> [Text] in
        let names = check.parameters.map(\.name).joined(separator: ", ")
        let parameters: Text = names.isEmpty ? "" : " \(.quiet, "(\(names))")"
        return ["\(.code, check.id)", "\(check.title)\(parameters)"]
      }
      let list = width >= roomForTable ? [.table(rows)] : rows.flatMap { [Block.text($0[0]), .text("  " + $0[1])] }
      let command = "\(Program.name) author checks ID"
      let hint: Text = "\(registry.checks.count) checks. \(.code, command) shows one, with its parameters and examples."
      return list + [.blank, .text(hint)]
    }
  }

  /// `stagecraft author schema`: for editors.
  struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema of exercise.yml, for editors that check YAML while it is written."
    )

    func run() throws {
      try Destination.standardOutput.write(ExerciseSchema(.standard).text)
    }
  }
}
