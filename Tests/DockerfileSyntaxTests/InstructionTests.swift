import Diagnostics
import DockerfileSyntax
import Testing

/// What the typed instructions hold.
struct InstructionTests {
  private func read(_ line: String) -> (Document, Instruction) {
    let document = Outline("FROM x\n\(line)").document
    #expect(document.problems.isEmpty)
    return (document, document.instructions[1])
  }

  @Test
  func `reads stages with their names in lower case`() throws {
    let document = Outline("ARG V=1\nFROM a\nRUN b\nFROM --platform=$BUILDPLATFORM c:$V As Web-1.x_Y\nUSER d\n")
      .document
    #expect(document.problems.isEmpty)
    #expect(document.globalArguments == 0..<1)
    #expect(document.stages.map { document.name(of: $0) } == ["", "web-1.x_y"])
    #expect(document.stages.map(\.instructions) == [1..<3, 3..<5])
    #expect(document.stages.map { document.string($0.from.base) } == ["a", "c:$V"])
    let last = try #require(document.stages.last)
    #expect(last.from.platform.map { document.string($0) } == "$BUILDPLATFORM")
    #expect(last.from.name.map { document.string($0) } == "Web-1.x_Y")
  }

  @Test
  func `ends a stage at a FROM that is refused`() {
    let document = Outline("FROM a\nRUN b\nFROM c d\nRUN e\nFROM f").document
    #expect(document.stages.map(\.instructions) == [0..<2, 4..<5])
  }

  @Test(arguments: [
    // A wide blank ends the first word, which has no `=` then, but it does not end the name.
    ("ENV A\u{a0}B=c D=e", ["A\u{a0}B=c=D=e"], true), ("ENV A=b\u{a0}C=d", ["A=b", "C=d"], false),
    ("ENV A=1 B=\"c d\"", ["A=1", "B=\"c d\""], false), ("ENV A b c", ["A=b c"], true), ("ENV A=", ["A="], false),
    ("ENV A=b=c", ["A=b=c"], false), ("LABEL \"x y\"=z", ["\"x y\"=z"], false), ("LABEL x y", ["x=y"], true),
    ("ARG A", ["A"], false), ("ARG A=1 B C=", ["A=1", "B", "C="], false),
  ])
  func `reads pairs`(line: String, expected: [String], isLegacy: Bool) throws {
    let (document, instruction) = read(line)
    let pairs =
      switch instruction {
      case .env(let pairs), .label(let pairs), .arg(let pairs): document[pairs.pairs]
      default: throw Unexpected()
      }
    let written = pairs.map { pair in
      document.string(pair.name) + (pair.value.map { "=" + document.string($0) } ?? "")
    }
    #expect(written == expected)
    #expect(pairs.allSatisfy { $0.isLegacy == isLegacy })
  }

  @Test(arguments: [
    ("CMD a b", "shell a b"), ("CMD [\"a\", \"b\"]", "exec a|b"), ("CMD", "shell "), ("CMD []", "exec "),
    ("ENTRYPOINT a", "shell a"), ("ENTRYPOINT [\"a\"]", "exec a"), ("SHELL [\"a\", \"-c\"]", "exec a|-c"),
    ("RUN a && b", "shell a && b"), ("RUN [\"a\"]", "exec a"),
  ])
  func `reads commands in both spellings`(line: String, expected: String) throws {
    let (document, instruction) = read(line)
    let form =
      switch instruction {
      case .cmd(let command), .entrypoint(let command), .shell(let command): command.form
      case .run(let run): run.form
      default: throw Unexpected()
      }
    switch form {
    case .shell(let word): #expect("shell \(document.string(word))" == expected)
    case .exec(let words): #expect("exec \(document.strings(words).joined(separator: "|"))" == expected)
    }
  }

  @Test(arguments: [
    ("COPY a b c/", ["a", "b"], "c/"), ("COPY [\"a b\", \"c\"]", ["a b"], "c"),
    ("ADD --checksum=sha256:1 https://e/x /y", ["https://e/x"], "/y"), ("COPY <<E /x\n1\nE", [], "/x"),
    ("COPY a <<\"E F\" /x\n1\nE F", ["a", "<<\"E", "F\""], "/x"),
  ])
  func `reads sources and a destination`(line: String, sources: [String], destination: String) throws {
    let (document, instruction) = read(line)
    let copy =
      switch instruction {
      case .copy(let copy), .add(let copy): copy
      default: throw Unexpected()
      }
    #expect(document.strings(copy.sources) == sources)
    #expect(document.string(copy.destination) == destination)
  }

  @Test
  func `finds flags by name`() throws {
    let (document, instruction) = read("COPY --from=a --exclude=b --link --exclude=c d e")
    guard case .copy(let copy) = instruction else { throw Unexpected() }
    #expect(document.flag("from", in: copy.flags)?.value.map { document.string($0) } == "a")
    #expect(
      document.flags("exclude", in: copy.flags).compactMap { $0.value.map { document.string($0) } } == ["b", "c"]
    )
    #expect(document.flag("link", in: copy.flags).map { $0.value == nil } == true)
    #expect(document.flag("chown", in: copy.flags) == nil)
  }

  @Test(arguments: [
    ("EXPOSE 9 80 443/tcp", ["443/tcp", "80", "9"]), ("EXPOSE 80", ["80"]), ("VOLUME /a /b", ["/a", "/b"]),
    ("VOLUME [\" /a \", \"/b\"]", ["/a", "/b"]),
  ])
  func `reads lists`(line: String, words: [String]) throws {
    let (document, instruction) = read(line)
    switch instruction {
    case .expose(let list), .volume(let list): #expect(document.strings(list.words) == words)
    default: throw Unexpected()
    }
  }

  @Test(arguments: [
    ("USER a:b", "a:b"), ("WORKDIR /a b", "/a b"), ("STOPSIGNAL --x 9", "9"), ("MAINTAINER a <b>", "a <b>"),
  ])
  func `reads single arguments`(line: String, text: String) throws {
    let (document, instruction) = read(line)
    switch instruction {
    case .user(let argument), .workdir(let argument), .stopSignal(let argument), .maintainer(let argument):
      #expect(document.string(argument.word) == text)
    default: throw Unexpected()
    }
  }

  @Test(arguments: [
    ("30s", 30_000_000_000), ("1.5h2m", 5_520_000_000_000), ("100ms", 100_000_000),
    ("1h1m1s1ms1us1ns", 3_661_001_001_001),
    (".5s", 500_000_000), ("+1s", 1_000_000_000), ("0", nil), ("0s", nil), ("", nil), ("1000us", 1_000_000),
  ])
  func `reads durations`(value: String, nanoseconds: Int64?) throws {
    let (_, instruction) = read("HEALTHCHECK --interval=\(value) --retries=3 CMD a")
    guard case .healthcheck(let check) = instruction else { throw Unexpected() }
    #expect(check.interval == nanoseconds)
    #expect(check.timeout == nil)
    #expect(check.retries == 3)
  }

  @Test(arguments: ["9223372036854775808ns", "3000000h", "99999999999999999999s", "1.s.", "-", "+", ".s"])
  func `refuses durations that are none`(value: String) {
    let problems = Outline("FROM x\nHEALTHCHECK --interval=\(value) CMD a").problems
    #expect(problems.first?.hasSuffix("time: invalid duration \"\(value)\"") == true)
  }

  @Test
  func `tells a healthcheck that is switched off`() throws {
    let (_, instruction) = read("HEALTHCHECK --foo none")
    guard case .healthcheck(let check) = instruction else { throw Unexpected() }
    #expect(check.probe == nil)
  }

  @Test(arguments: [
    ("ONBUILD RUN a", "RUN a", nil), ("onbuild  copy --bogus a b", "copy --bogus a b", "unknown flag: --bogus"),
    ("ONBUILD ENV A=1", "ENV A=1", nil), ("ONBUILD RUN a\\\n b", "RUN a b", nil),
    ("ONBUILD RUN <<E\n1\nE", "RUN <<E\n1\nE", nil), ("ONBUILD RUN <<-E\r\n\t1\r\n\tE\r\n", "RUN <<-E\n\t1\r\nE", nil),
    ("ONBUILD FOO", "FOO", "unknown instruction: FOO (did you mean FROM?)"),
    ("ONBUILD # a", "# a", "file with no instructions"), ("ONBUILD -- RUN a", "-- RUN a", "unknown instruction: --"),
  ])
  func `reads triggers when they would fire`(line: String, expression: String, problem: String?) throws {
    let (document, instruction) = read(line)
    guard case .onBuild(let onBuild) = instruction else { throw Unexpected() }
    let trigger = document.triggers[onBuild.trigger]
    #expect(document.string(onBuild.expression) == expression)
    #expect(trigger.problem?.dockerMessage == problem)
  }

  @Test
  func `places the words of a trigger in the file`() throws {
    let (document, instruction) = read("ONBUILD COPY --from=a \\\n  b /c")
    guard case .onBuild(let onBuild) = instruction else { throw Unexpected() }
    guard case .copy(let copy) = document.triggers[onBuild.trigger].instruction else { throw Unexpected() }
    #expect(document.string(copy.destination) == "/c")
    #expect(document.source[copy.destination.range.offsets].elementsEqual("/c".utf8))
    #expect(
      document.flag("from", in: copy.flags).map { document.source[$0.range.offsets].elementsEqual("--from=a".utf8) }
        == true
    )
  }

  @Test
  func `reads keywords in any case`() {
    let text = "from x\nRuN a\ncmd a\nhealthCHEC\u{212A} none\nstops\u{131}gnal 9"
    let document = Outline(text).document
    #expect(document.nodes.map(\.kind) == [.from, .run, .cmd, .healthcheck, nil])
  }
}
