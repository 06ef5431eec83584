import Glibc
import TestKit
import Testing

/// The prompt on a pseudo-terminal, key by key.
@Suite(.serialized)
struct PromptTests {
  @Test
  func `greets, lists the lessons when asked and leaves by Ctrl-D`() throws {
    let terminal = try Learner().sitDown(rows: 80)
    #expect(terminal.screen.contains("Docker multi-stage builds"))
    #expect(!terminal.screen.contains("exercise react-node"))
    terminal.type("lessons\r")
    try terminal.wait(for: "exercise react-node")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.contains("Until next time."))
    #expect(terminal.isCooked)
  }

  @Test
  func `Tab completes commands, exercises and checks`() throws {
    let terminal = try Learner().sitDown()
    terminal.type("exe\t")
    try terminal.wait(forLine: "stagecraft › exercise")
    terminal.type("react-no\t")
    try terminal.wait(forLine: "stagecraft › exercise react-node")
    terminal.type("\u{15}hint react-node healthcheck-\t")
    try terminal.wait(forLine: "stagecraft › hint react-node healthcheck-probe")
    terminal.type("\u{15}hint react-node pro\t\t\t")
    try terminal.wait(for: "production-dependencies")
    try terminal.wait(forLine: "stagecraft › hint react-node production-")
  }

  @Test
  func `Ctrl-C clears the line and stays`() throws {
    let terminal = try Learner().sitDown()
    terminal.type("quit")
    try terminal.wait(forLine: "stagecraft › quit")
    terminal.type("\u{3}")
    try terminal.wait(forLine: Learner.prompt)
    terminal.type("progress\r")
    try terminal.wait(for: "lessons read")
    #expect(terminal.screen.contains("stagecraft › quit"))
  }

  @Test
  func `the arrow keys bring back lines, of this visit and of the last`() throws {
    let learner = try Learner()
    let first = try learner.sitDown()
    first.type("progress\r")
    try first.wait(for: "lessons read")
    first.type("help quit\r")
    try first.wait(for: "leaves; Ctrl-D does too")
    try first.wait(forLine: Learner.prompt)
    first.type("\u{1B}[A\u{1B}[A")
    try first.wait(forLine: "stagecraft › progress")
    first.type("\u{1B}[B")
    try first.wait(forLine: "stagecraft › help quit")
    first.type("\u{1}\u{B}quit\r")
    #expect(try first.end() == 0)
    let second = try learner.sitDown()
    second.type("\u{1B}[A\u{1B}[A")
    try second.wait(forLine: "stagecraft › help quit")
    second.type("\u{1B}[D\u{1B}[D\u{7F}X")
    try second.wait(forLine: "stagecraft › help qXit")
  }

  @Test
  func `follows the size of the terminal`() throws {
    let terminal = try Learner().sitDown(columns: 100, rows: 30)
    terminal.resize(columns: 60, rows: 20)
    terminal.type("lesson 19\r")
    try terminal.wait(for: "page 1 of")
    #expect(terminal.screen.split(separator: "\n").contains { $0.hasPrefix("Lesson 19") && $0.count == 60 })
  }

  @Test
  func `turns long pages by Space and stops them by q`() throws {
    let terminal = try Learner().sitDown(columns: 60, rows: 12)
    terminal.type("lesson 19\r")
    try terminal.wait(for: "Enter: more")
    terminal.type(" ")
    try terminal.wait(for: "page 2 of")
    try terminal.wait(forLine: "stagecraft 19 ›")
    terminal.type("\r")
    try terminal.wait(for: "Enter: more")
    terminal.type("q")
    try terminal.wait(forLine: "stagecraft 19 ›")
    terminal.type("quit\r")
    #expect(try terminal.end() == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `gives the terminal back when it is ended`(signal: Int32) throws {
    let terminal = try Learner().sitDown()
    #expect(!terminal.isCooked)
    terminal.send(signal: signal)
    #expect(try terminal.end() == 128 + signal)
    #expect(terminal.isCooked)
  }

  @Test
  func `gives the terminal back when it is ended while showing a page`() throws {
    let terminal = try Learner().sitDown(rows: 12)
    terminal.type("help\r")
    try terminal.wait(forLine: Learner.prompt)
    terminal.type("lesson 19\r")
    try terminal.wait(for: "Enter: more")
    terminal.send(signal: SIGTERM)
    #expect(try terminal.end() == 128 + SIGTERM)
    #expect(terminal.isCooked)
  }

  @Test
  func `colour is left out where it is not wanted`() throws {
    var learner = try Learner()
    learner.variables["NO_COLOR"] = "1"
    let terminal = try learner.sitDown()
    terminal.type("lesson 19\r")
    try terminal.wait(for: "page 1 of")
    #expect(!String(decoding: terminal.transcript, as: UTF8.self).contains("m" + "Lesson"))
    #expect(!String(decoding: terminal.transcript, as: UTF8.self).contains("\u{1B}[1m"))
  }

  @Test
  func `what is pasted is taken line by line`() throws {
    let terminal = try Learner().sitDown()
    terminal.type("help quit\rhelp back\rquit\r")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.contains("Coming back continues at the same page."))
    #expect(terminal.screen.contains("From an exercise it leads to the exercise's lesson."))
  }
}
