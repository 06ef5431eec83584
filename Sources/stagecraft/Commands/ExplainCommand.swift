import ArgumentParser
import Course
import Diagnostics
import Session
import Terminal

/// `stagecraft explain`: what a build check of Docker means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain one of Docker's build checks, or list them all."
  )

  @ArgumentParser.Argument(
    help: "The name of a check, as `stagecraft lint` shows it; without one, the list of all.",
    completion: .custom { _, _, _ in ExplainCommand.names() }
  )
  var rule: String?

  func run() throws {
    let pages = try RulePage.builtIn()
    let typesetter = Screen.standard().typesetter
    guard let rule else {
      return try Destination.standardOutput.write(typesetter.text(Self.list(pages, width: typesetter.width)))
    }
    let page = try Self.page(rule, in: pages)
    try Destination.standardOutput.write(typesetter.text([.markdown(page.body)]))
  }

  /// Beside a name of thirty letters, a sentence needs as much room again.
  private static let roomForTable = 64

  private static func list(_ pages: [RulePage], width: Int) -> [Block] {
    let isWide = width >= roomForTable
    let rows = pages.map { page -> [Text] in ["\(.code, page.rule)", Text(page.summary)] }
    let names = isWide ? [.table(rows)] : rows.flatMap { [Block.text($0[0]), .text("  " + $0[1])] }
    let hint: Text = "\(.code, "\(Program.name) explain NAME") tells what one means, why it matters and what to write."
    return names + [.blank, .text(hint)]
  }

  /// Small and capital letters, and the dashes of Docker's addresses, make no difference.
  private static func page(_ name: String, in pages: [RulePage]) throws -> RulePage {
    if let page = pages.first(where: { plain($0.rule) == plain(name) }) { return page }
    let names = pages.map(\.rule)
    let nearest = NearestName.of(name, in: names) ?? NearestName.of(plain(name), in: names)
    let hint = nearest.map { "did you mean `\($0)`?" } ?? "`\(Program.name) explain` lists them"
    throw UsageError("there is no build check `\(Printable.line(name))`; \(hint)")
  }

  private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "-" } }

  /// For shells.
  private static func names() -> [String] {
    do {
      return try RulePage.builtIn().map(\.rule)
    } catch {
      return []
    }
  }
}
