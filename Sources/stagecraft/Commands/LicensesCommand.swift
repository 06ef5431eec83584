import ArgumentParser
import Content

/// `stagecraft licenses`: what is linked in, and under which terms.
struct LicensesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "licenses",
    abstract: "Name the libraries inside the program, with their licences."
  )

  func run() throws {
    guard let bytes = EmbeddedContent.bytes("THIRD-PARTY.md") else {
      throw OutputError(description: "the list of licences is missing from this build")
    }
    try Destination.standardOutput.write(bytes)
  }
}
