import Session
import Testing

struct CommandTests {
  @Test(arguments: [
    ("", Command.goOn), ("   \t", .goOn), ("?", .whatNow), ("19", .lesson("19")), ("lesson", .lesson(nil)),
    ("LESSON practice", .lesson("practice")), ("list", .lessons), ("stagecraft hint a", .hint(["a"])), ("n", .next),
    ("q", .quit),
    ("exercise react-node 'a b'", .exercise(["react-node", "a b"])), ("check all", .check(everything: true)),
    ("check", .check(everything: false)), ("check some", .superfluous(.check, "some")),
    ("hint a b", .hint(["a", "b"])),
    ("hint a b c", .superfluous(.hint, "c")), ("reset", .reset(.exercise)),
    ("reset progress", .reset(.progress(confirmed: false))), ("reset progress yes", .reset(.progress(confirmed: true))),
    ("reset progress no", .superfluous(.reset, "no")), ("help", .help(nil)), ("help hint", .help("hint")),
    ("19 20", .unknown("19")), ("frob it", .unknown("frob")), ("\"", .unknown("")), ("\u{1B}[A", .unknown("\u{1B}[A")),
  ])
  func `reads lines`(line: String, command: Command) {
    #expect(Command(line: line) == command)
  }

  @Test(arguments: [
    ("", CommandName.allCases.map(\.rawValue)), ("le", ["lessons", "lesson"]), ("lesson ", ["why", "practice"]),
    ("lesson p", ["practice"]), ("exercise r", ["react-node"]), ("hint ", ["stage", "user", "probe", "react-node"]),
    ("hint react-node u", ["user"]), ("hint nothing ", []), ("check ", ["all"]), ("reset ", ["progress"]),
    ("help qu", ["quiz", "quit"]), ("quit ", []), ("frob ", []),
  ])
  func `completes`(line: String, words: [String]) {
    #expect(Rehearsal().session.completions(of: line) == words)
  }

  @Test(arguments: ["exercise ./", "exercise react-node ", "exercise react-node fol"])
  func `leaves folders to file names`(line: String) {
    #expect(Rehearsal().session.completions(of: line) == nil)
  }
}
