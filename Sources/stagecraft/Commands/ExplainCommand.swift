import ArgumentParser
import Course
import Diagnostics
import Glibc
import Session
import Terminal

/// `stagecraft explain`: what a line of a Dockerfile does, or what a build check of Docker means.
struct ExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a line of a Dockerfile, or one of Docker's build checks; without a name, list those.",
    discussion: """
      FILE:LINE or FILE:LINE:COLUMN (-:LINE is standard input) says what the instruction there does, with its \
      variables replaced, and what that means for the image. What does not end in a colon and a number is the name of \
      a check, whatever files there are.

      Exit status: 0 explained, 1 explained in a file that Docker refuses, 2 wrong usage, 3 the file could not be read.
      """
  )

  @Option(help: "The stage to build; without it the last one.")
  var target: String?

  @Option(name: .customLong("build-arg"), help: "A build argument as NAME=VALUE; may be repeated.")
  var buildArguments: [String] = []

  @Option(help: "Of a line: text, or one JSON object.")
  var format = Format.text

  @OptionGroup var factsOption: FactsOption

  @ArgumentParser.Argument(
    // `-:12` looks like an option.
    parsing: .allUnrecognized,
    help: "FILE:LINE, or the name of a check, as `stagecraft lint` shows it; without one, the list of checks.",
    completion: .custom { _, _, _ in ExplainCommand.names() }
  )
  var subjects: [String] = []

  func run() throws {
    let subject = try subject()
    if let subject, let place = FilePlace(subject) { return try explain(place) }
    let pages = try RulePage.builtIn()
    let typesetter = Screen.standard().typesetter
    guard let subject else {
      return try Destination.standardOutput.write(typesetter.text(Self.list(pages, width: typesetter.width)))
    }
    let page = try Self.page(subject, in: pages)
    try Destination.standardOutput.write(typesetter.text([.markdown(page.body)]))
  }

  private func subject() throws -> String? {
    for word in subjects where word.hasPrefix("-") && FilePlace(word) == nil {
      throw UsageError("there is no option `\(Printable.line(word))`; `\(Program.name) help explain` lists them")
    }
    guard subjects.count <= 1 else { throw UsageError("explain takes one line or one check, not \(subjects.count)") }
    return subjects.first
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
    let shown = Printable.line(name)
    let isFile = access(name, F_OK) == 0
    let hint =
      isFile
      ? "for a line of that file write `\(Program.name) explain \(shown):LINE`"
      : nearest.map { "did you mean `\($0)`?" } ?? "`\(Program.name) explain` lists them"
    throw UsageError("there is no build check `\(shown)`; \(hint)")
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
