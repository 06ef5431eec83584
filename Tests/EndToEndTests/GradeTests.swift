import Foundation
import TestKit
import Testing

/// What `grade` says of one file and of several, where, and with which exit status.
@Suite(.serialized)
struct GradeTests {
  @Test(
    arguments: [
      (["good"], 0, "passed, 100 of 100"),
      (["--target", "production", "good"], 0, "passed, 100 of 100"),
      (["start"], 1, "not passed, 0 of 100"),
      (["--target", "builder", "good"], 1, "not passed"),
      (["refused"], 1, "dockerfile parse error on line 2: unknown instruction: WORKDR (did you mean WORKDIR?)"),
      (["refused"], 1, "refused:2:1"),
      (["nothing"], 1, "file with no instructions"),
      (["binary"], 1, "dockerfile parse error on line 1: unknown instruction: \\u{7F}ELF"),
      (["missing"], 3, "no such file"),
      (["missing/good"], 3, "no such file"),
      (["good/missing"], 3, "not a directory"),
      (["folder"], 3, "no Dockerfile in this folder"),
      (["big"], 3, "larger than 16 MiB"),
      (["--max-size", "100", "good"], 3, "larger than 100 bytes"),
      (["pipe"], 3, "named pipe"),
      (["/dev/zero"], 3, "device"),
      ([], 3, "no such file"),
    ] as [([String], Int32, String)]
  )
  func `one file`(arguments: [String], status: Int32, words: String) throws {
    let output = try Learner.withFiles().grade(arguments, patience: 10)
    #expect(output.status == status)
    #expect(output.words.contains(words), "\(output.text)")
    #expect(output.errors == "")
    #expect(output.undressed)
  }

  @Test(
    arguments: [
      (["--exercise", "react-nod", "good"], "there is no exercise `react-nod`; did you mean `react-node`?"),
      (["--exercise", "zebra", "good"], "there is no exercise `zebra`; there are `go-static`, "),
      (["--target", "prodution", "good"], #"target stage "prodution" could not be found (did you mean production?)"#),
      (["--format", "json", "--format", "csv", "good"], "only one format can go to standard output, not json and csv"),
      (["--format", "jsn", "good"], "The value 'jsn' is invalid for '--format <format>'"),
      (["--format", "json=", "good"], "The value 'json=' is invalid"),
      (["--fromat", "json", "good"], "Unknown option '--fromat'. Did you mean '--format'?"),
      (["--build-arg", "=x", "good"], "--build-arg `=x` has no name"),
      (["--max-size", "much", "good"], "The value 'much' is invalid"),
      (["--course", "/nowhere", "good"], "/nowhere: there is no such folder"),
      (["--course", "folder", "good"], "folder: not a course: it holds no folder `Exercises`"),
      (["--\u{1B}[31m", "good"], #"Unknown option '--\u{1B}[31m'"#),
    ]
  )
  func `wrong usage is told on standard error alone`(arguments: [String], words: String) throws {
    let output = try Learner.withFiles().grade(arguments)
    #expect(output.status == 2)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
    #expect(output.undressed)
  }

  @Test(
    arguments: [
      (["grdae", "good"], "there is no command `grdae`; did you mean `grade`?"),
      (["Dockerfile"], "there is no command `Dockerfile`; `stagecraft --help` lists them"),
      (["--bogus"], "Unknown option '--bogus'"),
      (["\u{1B}[31m"], #"there is no command `\u{1B}[31m`"#),
    ]
  )
  func `an unknown command is wrong usage`(arguments: [String], words: String) throws {
    let output = try Learner().run(arguments)
    #expect(output.status == 2)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
    #expect(output.undressed)
  }

  @Test(
    arguments: [
      ("- id: builder-stage", "- id: bilder-stage", "7:9: unknown check `bilder-stage`; did you mean `builder-stage`?"),
      ("points: 20", "points: many", "9:13: expected a whole number"),
      ("points: 20", "points: 21", "7:3: the points add up to 101, not to 100"),
      ("points: 20", "points: [20", "10:10: not valid YAML"),
      ("pass: 80", "pas: 80", "5:1: unknown key `pas`; did you mean `pass`?"),
    ]
  )
  func `a rubric that cannot be used is told with its place`(old: String, new: String, words: String) throws {
    let learner = try Learner.withFiles()
    try Repository.copyCourse(into: learner.desk.path)
    let name = "Exercises/15-react-node/exercise.yml"
    let rubric = String(decoding: try learner.desk.bytes(name), as: UTF8.self)
    let place = try #require(rubric.range(of: old))
    #expect(try learner.grade(["--course", ".", "good"]).status == 0)
    try learner.desk.write(Array(rubric.replacingCharacters(in: place, with: new).utf8), to: name)
    let output = try learner.grade(["--course", ".", "good"])
    #expect(output.status == 2)
    #expect(output.text == "")
    #expect(output.errors.contains("\(name):\(words)"), "\(output.errors)")
  }

  @Test(
    arguments: [
      (["good", "good"], 0), (["good", "start"], 1), (["start", "good", "refused"], 1), (["good", "missing"], 3),
      (["missing", "start", "good"], 3), (["refused", "big", "pipe"], 3), (["good", "folder"], 3),
    ] as [([String], Int32)]
  )
  func `of several the worst status wins`(files: [String], status: Int32) throws {
    let output = try Learner.withFiles().grade(files)
    #expect(output.status == status)
    for file in files { #expect(output.text.contains(file)) }
  }

  @Test
  func `standard input and the default path`() throws {
    let learner = try Learner.withFiles()
    let solution = try Repository.bytes(Repository.solution)
    let piped = try learner.grade(["-"], input: String(decoding: solution, as: UTF8.self))
    #expect(piped.status == 0)
    #expect(piped.text.contains("100 of 100"))
    #expect(try learner.grade(["-"], input: Desk.refused).words.contains("unknown instruction: WORKDR"))
    #expect(try learner.grade(["-"], input: Desk.refused).status == 1)
    try learner.desk.write(solution, to: "Dockerfile")
    #expect(try learner.grade().status == 0)
  }

  @Test
  func `an unknown target of several files is the files' fault`() throws {
    let output = try Learner.withFiles().grade(["--target", "prodution", "good", "start"])
    #expect(output.status == 1)
    #expect(output.errors == "")
    #expect(output.words.contains("0 of 2 passed"))
  }

  @Test(
    arguments: [
      (["--format", "json=/no/such/dir/x", "good"], "cannot write /no/such/dir/x: No such file or directory"),
      (["--format", "json=folder", "good"], "cannot write folder: Is a directory"),
      (["--format", "json=pipe", "good"], "cannot write pipe: No such device or address"),
      (["--format", "json=/dev/full", "good"], "cannot write /dev/full: No space left on device"),
    ]
  )
  func `a report that cannot be written`(arguments: [String], words: String) throws {
    let output = try Learner.withFiles().grade(arguments, patience: 10)
    #expect(output.status == 3)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
  }

  @Test(arguments: ["grade good", "--version", "licenses"])
  func `a full disk behind standard output is told`(command: String) throws {
    let learner = try Learner.withFiles()
    let output = try BuiltProgram(path: "/bin/sh").run(
      ["-c", "exec '\(Learner.program.path)' \(command) >/dev/full"],
      environment: learner.variables,
      folder: learner.desk.path
    )
    #expect(output.status == 3)
    #expect(output.errors == "stagecraft: cannot write to standard output: No space left on device\n")
  }

  @Test
  func `names its version and its licences`() throws {
    let version = try Learner().run(["--version"])
    #expect(version.status == 0)
    #expect(version.errors == "")
    let lines = version.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.map { $0.prefix { $0 != " " } } == ["stagecraft", "course", "facts", ""])
    #expect(lines.dropLast().allSatisfy { $0.split(separator: " ").count == 2 })
    let licences = try Learner().run(["licenses"])
    #expect(licences.status == 0)
    for name in ["GNU readline", "GPL-3.0-or-later", "Yams", "GRDB.swift", "cmark-gfm", "swift-argument-parser"] {
      #expect(licences.text.contains(name), "\(name)")
    }
  }
}
