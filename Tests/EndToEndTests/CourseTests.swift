import Foundation
import TestKit
import Testing

/// The course from the first page to the solved exercise, with and without a terminal.
@Suite(.serialized)
struct CourseTests {
  private func solve(_ learner: Learner) throws {
    try learner.desk.write(try Repository.bytes(Repository.solution), to: "react-node/Dockerfile")
  }

  @Test
  func `without input it greets, lists the lessons and is content`() throws {
    let output = try Learner().run()
    #expect(output.status == 0)
    #expect(output.errors == "")
    #expect(output.undressed)
    #expect(output.text.contains("19  Practical exercise: convert to a multi-stage build"))
  }

  @Test
  func `a whole exercise on a terminal`() throws {
    let learner = try Learner()
    let terminal = try learner.sitDown(columns: 100, rows: 60)
    terminal.type("exercise react-node\r")
    try terminal.wait(for: "Convert to a multi-stage build is in ./react-node")
    try terminal.wait(forLine: "stagecraft react-node ›")
    #expect(learner.desk.holds("react-node/package.json"))
    terminal.type("check\r")
    try terminal.wait(for: "This is the file as you got it.")
    terminal.type("hint\r")
    try terminal.wait(for: "hint 1 of 3")
    terminal.type("solution\r")
    try terminal.wait(for: "0 so far")
    try solve(learner)
    terminal.type("check\r")
    try terminal.wait(for: "production-dependencies  ✗ → ✓")
    try terminal.wait(for: "100 of 100")
    try terminal.wait(for: "Solved.")
    terminal.type("image\r")
    try terminal.wait(for: "The image that ./react-node/Dockerfile would give:")
    terminal.type("quit\r")
    #expect(try terminal.end() == 0)
    let later = try learner.run(input: "progress\n")
    #expect(later.text.contains("Welcome back."))
    #expect(later.text.contains("exercises solved  1 of "))
  }

  @Test
  func `a file that Docker refuses on the way`() throws {
    let learner = try Learner()
    let terminal = try learner.sitDown(columns: 100, rows: 120)
    terminal.type("exercise react-node\r")
    try terminal.wait(forLine: "stagecraft react-node ›")
    try learner.desk.write(Array(Desk.refused.utf8), to: "react-node/Dockerfile")
    terminal.type("check\r")
    try terminal.wait(for: "refused by Docker")
    try terminal.wait(for: "dockerfile parse error on line 2: unknown instruction: WORKDR")
    try terminal.wait(for: "./react-node/Dockerfile:2:1")
    try terminal.wait(forLine: "stagecraft react-node ›")
    try solve(learner)
    terminal.type("check\r")
    try terminal.wait(for: "Solved.")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  @Test
  func `what a report recommends is understood at the prompt`() throws {
    let learner = try Learner()
    let output = try learner.run(
      input: "exercise react-node\ncheck --all\nstagecraft hint react-node\nstagecraft lesson 19\n"
    )
    #expect(output.status == 0)
    for check in ["production-stage", "production-dependencies", "non-root-user", "healthcheck"] {
      #expect(output.text.components(separatedBy: check).count > 2, "\(check)")
    }
    #expect(output.text.contains("hint 1 of 3"))
    #expect(output.text.contains("Lesson 19 "))
    #expect(!output.text.contains("no use for"))
  }

  @Test(arguments: ["a pipe", "a folder", "too much"])
  func `waits for nothing that is no file`(kind: String) throws {
    let learner = try Learner()
    try learner.desk.write([], to: "react-node/package.json")
    let path = learner.desk.path + "/react-node/Dockerfile"
    switch kind {
    case "a pipe": #expect(mkfifo(path, 0o600) == 0)
    case "a folder": #expect(mkdir(path, 0o700) == 0)
    default:
      try learner.desk.write([], to: "react-node/Dockerfile")
      #expect(truncate(path, 100 << 20) == 0)
    }
    let output = try learner.run(input: "exercise react-node\ncheck\nhint\nimage\n", patience: 20)
    #expect(output.status == 0)
    let words = kind == "too much" ? "is larger than 16 MiB" : "is no regular file"
    #expect(output.text.components(separatedBy: words).count == 4, "\(output.text)")
  }

  @Test
  func `the same through a pipe, without escapes`() throws {
    let learner = try Learner()
    let first = try learner.run(input: "lesson 19\n\nexercise react-node\ncheck\nhint\nsolution\n")
    #expect(first.status == 0)
    #expect(first.errors == "")
    #expect(first.undressed)
    for words in ["HEALTHCHECK", "Your tasks", "not passed", "hint 1 of 3", "opens after a pass"] {
      #expect(first.text.contains(words), "\(words)")
    }
    try solve(learner)
    let second = try learner.run(input: "check\nsolution\n")
    #expect(second.status == 0)
    #expect(second.undressed)
    #expect(second.text.contains("production-dependencies  failed -> passed"))
    #expect(second.text.contains("100 of 100"))
    #expect(second.text.contains("Yours passed too"))
  }

  @Test
  func `a learner's files are never overwritten`() throws {
    let learner = try Learner()
    try learner.desk.write(Array("FROM mine\n".utf8), to: "react-node/Dockerfile")
    let output = try learner.run(["exercise", "react-node"])
    #expect(output.status == 0)
    #expect(output.text.contains("kept as it was  Dockerfile"))
    #expect(try learner.desk.bytes("react-node/Dockerfile") == Array("FROM mine\n".utf8))
    let again = try learner.run(input: "exercise react-node\nreset\n")
    #expect(again.text.contains("Dockerfile.mine"))
    #expect(try learner.desk.bytes("react-node/Dockerfile.mine") == Array("FROM mine\n".utf8))
  }

  @Test
  func `an exercise is not strewn beside a Dockerfile of one's own`() throws {
    let learner = try Learner()
    try learner.desk.write(Array("FROM mine\n".utf8), to: "Dockerfile")
    #expect(try learner.run(["exercise", "react-node"]).status == 0)
    #expect(learner.desk.holds("react-node/Dockerfile") && learner.desk.holds("react-node/package.json"))
    #expect(!learner.desk.holds("package.json"))
    #expect(try learner.desk.bytes("Dockerfile") == Array("FROM mine\n".utf8))
  }

  @Test
  func `single commands say the same as the prompt`() throws {
    let learner = try Learner()
    let lesson = try learner.run(["lesson", "19"])
    #expect(lesson.status == 0 && lesson.undressed && lesson.text.contains("HEALTHCHECK"))
    #expect(!learner.home.holds(".local/state/stagecraft/progress.sqlite"))
    #expect(try learner.run(["lesson", "practical-exercise"]).text == lesson.text)
    let exercise = try learner.run(["exercise", "react-node"]).text.split { $0 == " " || $0 == "\n" }.joined(
      separator: " "
    )
    #expect(exercise.contains("stagecraft grade ./react-node/Dockerfile"))
    #expect(try learner.run(["hint", "react-node"]).text.contains("hint 1 of 3"))
    #expect(try learner.run(["hint", "react-node"]).text.contains("hint 2 of 3"))
    #expect(try learner.run(["progress"]).text.contains("started  2 hints"))
  }

  @Test(arguments: [
    (["lesson", "77"], 2, "There is no lesson 77"), (["exercise", "react-nod"], 2, "exercise react-node"),
    (["hint", "react-node", "healthchek"], 2, "hint healthcheck"),
    (["hint", "react-node"], 3, "no `./react-node/Dockerfile`"),
    (["exercise", "react-node", "/proc/nowhere"], 3, "cannot write"),
  ])
  func `says on standard error what cannot be done`(arguments: [String], status: Int32, words: String) throws {
    let output = try Learner().run(arguments)
    #expect(output.status == status)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
  }

  @Test(arguments: [40, 77, 120])
  func `keeps to the width that is asked for`(width: Int) throws {
    var learner = try Learner()
    learner.variables["COLUMNS"] = String(width)
    let lines = try learner.run(["lesson", "19"]).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.contains { $0.count > width - 8 })
  }

  @Test
  func `without a home that can be written the course goes on`() throws {
    var learner = try Learner()
    learner.variables["HOME"] = "/proc/nowhere"
    let output = try learner.run(input: "progress\n")
    #expect(output.status == 0)
    #expect(output.text.contains("lessons read"))
    #expect(output.errors.contains("The course goes on"))
  }

  @Test
  func `a damaged store is told and left alone`() throws {
    let learner = try Learner()
    let store = ".local/state/stagecraft/progress.sqlite"
    let bytes = Array(repeating: UInt8(0x53), count: 5000)
    try learner.home.write(bytes, to: store)
    let output = try learner.run(input: "progress\n")
    #expect(output.status == 0)
    #expect(output.errors.contains("It stays as it is"))
    #expect(try learner.home.bytes(store) == bytes)
  }

  @Test
  func `what was shown is kept, even when the program is killed at once`() throws {
    for _ in 0..<5 {
      let learner = try Learner()
      let terminal = try learner.sitDown(columns: 100, rows: 60)
      terminal.type("exercise react-node\rcheck\r")
      try terminal.wait(for: "This is the file as you got it.")
      terminal.send(signal: 9)
      #expect(try terminal.end() == 128 + 9)
      let later = try learner.run(["progress"])
      #expect(later.text.contains("in 1 check, 0 hints"))
      #expect(later.errors == "")
    }
  }

  @Test
  func `two courses that are open at once keep what both did`() throws {
    let learner = try Learner()
    let one = try learner.sitDown(columns: 100, rows: 60)
    let other = try learner.sitDown(columns: 100, rows: 2000)
    one.type("exercise react-node\rcheck\r")
    try one.wait(for: "This is the file as you got it.")
    var pages = 0
    repeat {
      other.type(pages == 0 ? "lesson 19\r" : "\r")
      pages += 1
      try other.wait("page \(pages)") {
        $0.screen.split(separator: "stagecraft 19 ›", omittingEmptySubsequences: false).count > pages
      }
    } while !other.screen.contains("End of lesson 19.")
    one.type("hint\r")
    try one.wait(for: "hint 1 of 3")
    let progress = try learner.run(["progress"]).text
    #expect(progress.contains("lessons read      1 of "))
    #expect(progress.contains("in 1 check, 1 hint"))
  }

  @Test
  func `takes whatever is piped into it`() throws {
    let learner = try Learner()
    let noise =
      String(repeating: "\u{0}\u{1B}[A\u{7}ü", count: 3000) + "\n" + String(repeating: "\n", count: 30) + "quit"
    let output = try learner.run(input: noise)
    #expect(output.status == 0)
    #expect(output.undressed)
  }
}
