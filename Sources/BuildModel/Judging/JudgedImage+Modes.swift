package import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// Whether a file has its execute bit.
package enum Executability: Hashable, Sendable {
  case yes
  /// The place of what took it.
  case no(SourceRange)
  case unknown
}

extension JudgedImage {
  /// The last `--chmod` or chmod that reaches a path decides; a compiler's output in another stage is executable.
  package func executability(of path: String) -> Executability {
    var last: (place: (Int, Int), found: Executability)?
    for copy in state.copies {
      guard PathText.relative(path, in: copy.destination) != nil, let mode = mode(of: copy) else { continue }
      let found: Executability = mode.isExecutable ? .yes : .no(copy.origin.range)
      last = ((copy.origin.instruction, 0), found)
    }
    for command in state.commands {
      for (index, execution) in command.trace.executions.enumerated() {
        let place = (command.origin.instruction, index + 1)
        guard let mode = mode(of: execution, for: path, in: command), last.map({ $0.place < place }) ?? true else {
          continue
        }
        let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        last = (place, mode.isExecutable ? .yes : .no(range))
      }
    }
    return last?.found ?? .unknown
  }

  private func mode(of copy: CopyStep) -> Mode? {
    switch instruction(at: copy.origin) {
    case .copy(let syntax), .add(let syntax):
      document.flag("chmod", in: syntax.flags)?.value.flatMap { Mode(document.string($0)) }
    default: nil
    }
  }

  private func mode(of execution: Execution, for path: String, in command: RunCommand) -> Mode? {
    let words = execution.words.map { $0.value ?? "" }
    guard words.first.map(PathText.lastComponent) == "chmod" else { return nil }
    let folder =
      execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) } ?? command.directory
    let isWhole = words.contains("-R") || words.contains("--recursive")
    let operands = words.dropFirst().filter { $0 != "-R" && $0 != "--recursive" && $0 != "-v" }
    let reaches = operands.dropFirst().map { PathText.join(folder, $0) }.contains { operand in
      operand == path || isWhole && PathText.relative(path, in: operand) != nil
    }
    return reaches ? operands.first.flatMap(Mode.init) : nil
  }
}

/// What a mode says about the execute bit.
private struct Mode {
  let isExecutable: Bool

  /// nil for one that says nothing about it, or that is not known.
  init?(_ text: String) {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x37).contains($0) }) {
      isExecutable = text.utf8.suffix(3).contains { ($0 - 0x30) & 1 == 1 }
      return
    }
    var found: Bool?
    for clause in text.split(separator: ",") {
      guard let sign = clause.firstIndex(where: { $0 == "+" || $0 == "-" || $0 == "=" }) else { return nil }
      let hasBit = clause[sign...].contains("x")
      switch clause[sign] {
      case "+": found = hasBit ? true : found
      case "-": found = hasBit ? false : found
      // Other classes of users may have it by another clause.
      default: found = (found ?? false) || hasBit
      }
    }
    guard let found else { return nil }
    isExecutable = found
  }
}
