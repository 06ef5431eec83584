import DockerfileSyntax
import Testing

/// What Docker refuses, word for word.
struct ProblemTests {
  /// The line under test is the second one.
  private static let prefix = "2: dockerfile parse error on line 2: "

  @Test(arguments: [
    ("RNU a", "unknown instruction: RNU (did you mean RUN?)", "RNU"),
    ("wrokdir a", "unknown instruction: wrokdir (did you mean workdir?)", "wrokdir"),
    ("\u{FEFF}RUN a", "unknown instruction: \u{FEFF}RUN (did you mean RUN?)", "\u{FEFF}RUN"),
    ("supercalifragilistic", "unknown instruction: supercalifragilistic", "supercalifragilistic"),
    ("FROM", "FROM requires either one or three arguments", "FROM"),
    ("FROM a b", "FROM requires either one or three arguments", "b"),
    ("FROM a # c", "FROM requires either one or three arguments", "# c"),
    ("FROM a with b", "FROM requires either one or three arguments", "with b"),
    (
      "FROM a AS 2nd",
      "invalid name for build stage: \"2nd\", name can't start with a number or contain symbols", "2nd"
    ),
    ("FROM --foo=1 a", "unknown flag: --foo", "--foo=1"),
    ("FROM --platfrom=1 a", "unknown flag: --platfrom (did you mean platform?)", "--platfrom=1"),
    (
      "COPY", "COPY requires at least two arguments, but only one was provided. Destination could not be determined",
      "COPY"
    ),
    (
      "ADD a", "ADD requires at least two arguments, but only one was provided. Destination could not be determined",
      "ADD"
    ),
    ("COPY --FROM=a b c", "unknown flag: --FROM", "--FROM=a"),
    ("COPY --foo=a b c", "unknown flag: --foo (did you mean from?)", "--foo=a"),
    ("COPY --from=a --from=b c d", "duplicate flag specified: --from", "--from=b"),
    ("COPY --from c d", "missing a value on flag: --from", "--from"),
    ("COPY --link= c d", "missing a value on flag: --link", "--link="),
    ("COPY --link=1 c d", "expecting boolean value for flag --link, not: 1", "--link=1"),
    ("RUN --user=a b", "unknown flag: --user", "--user=a"),
    ("RUN --network=foo a", "invalid network mode \"foo\"", "foo"),
    ("RUN --security=foo a", "security \"foo\" is not valid", "foo"),
    (
      "RUN --mount=from=$a,target=/x b",
      "'from' doesn't support variable expansion, define alias stage instead", "from=$a,target=/x"
    ),
    (
      "RUN --mount=a\\\"b c",
      "failed to parse csv mounts: parse error on line 1, column 2: bare \" in non-quoted-field", "a\\\"b"
    ),
    ("RUN --device=a,name=b c", "device name already set to a", "a,name=b"),
    (
      "RUN --device=a,requierd=true c", "unexpected key 'requierd' in 'requierd=true' (did you mean required?)",
      "a,requierd=true"
    ),
    ("CMD --a b", "unknown flag: --a", "--a"),
    ("SHELL", "SHELL requires at least one argument", "SHELL"),
    ("SHELL []", "SHELL requires at least one argument", "SHELL"),
    ("SHELL bash -c", "SHELL requires the arguments to be in JSON form", "bash -c"),
    ("ENV", "ENV requires at least one argument", "ENV"),
    ("ENV =1", "ENV names can not be blank", "=1"),
    ("LABEL", "LABEL requires at least one argument", "LABEL"),
    ("LABEL a=1 =2", "LABEL names can not be blank", "=2"),
    ("ARG", "ARG requires at least one argument", "ARG"),
    ("ARG A =1", "ARG names can not be blank", "=1"),
    ("EXPOSE", "EXPOSE requires at least one argument", "EXPOSE"),
    ("EXPOSE --x 80", "unknown flag: --x", "--x"),
    ("VOLUME", "VOLUME requires at least one argument", "VOLUME"),
    ("VOLUME []", "VOLUME requires at least one argument", "VOLUME"),
    ("VOLUME [\"/a\", \" \"]", "VOLUME specified can not be an empty string", "\" \""),
    ("USER", "USER requires exactly one argument", "USER"),
    ("WORKDIR", "WORKDIR requires exactly one argument", "WORKDIR"),
    ("STOPSIGNAL", "STOPSIGNAL requires exactly one argument", "STOPSIGNAL"),
    ("MAINTAINER", "MAINTAINER requires exactly one argument", "MAINTAINER"),
    ("HEALTHCHECK", "HEALTHCHECK requires at least one argument", "HEALTHCHECK"),
    ("HEALTHCHECK NONE a", "HEALTHCHECK NONE takes no arguments", "a"),
    ("HEALTHCHECK foo a", "Unknown type \"FOO\" in HEALTHCHECK (try CMD)", "foo"),
    ("HEALTHCHECK CMD", "Missing command after HEALTHCHECK CMD", "CMD"),
    ("HEALTHCHECK CMD []", "Missing command after HEALTHCHECK CMD", "CMD"),
    ("HEALTHCHECK --interval=5 CMD a", "time: missing unit in duration \"5\"", "5"),
    ("HEALTHCHECK --interval=5x CMD a", "time: unknown unit \"x\" in duration \"5x\"", "5x"),
    ("HEALTHCHECK --interval=x CMD a", "time: invalid duration \"x\"", "x"),
    ("HEALTHCHECK --timeout=1us CMD a", "Interval \"timeout\" cannot be less than 1ms", "1us"),
    ("HEALTHCHECK --interval=-1s CMD a", "Interval \"interval\" cannot be less than 1ms", "-1s"),
    ("HEALTHCHECK --retries=-1 CMD a", "--retries cannot be negative (-1)", "-1"),
    ("HEALTHCHECK --retries=x CMD a", "strconv.ParseInt: parsing \"x\": invalid syntax", "x"),
    (
      "HEALTHCHECK --retries=3000000000 CMD a", "strconv.ParseInt: parsing \"3000000000\": value out of range",
      "3000000000"
    ),
    ("ONBUILD", "ONBUILD requires at least one argument", "ONBUILD"),
    ("ONBUILD --a RUN b", "unknown flag: --a", "--a"),
    ("ONBUILD onbuild RUN a", "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed", "onbuild"),
    ("ONBUILD from a", "FROM isn't allowed as an ONBUILD trigger", "from"),
    ("ONBUILD MAINTAINER a", "MAINTAINER isn't allowed as an ONBUILD trigger", "MAINTAINER"),
  ])
  func `refuses an instruction`(line: String, message: String, culprit: String) {
    let outline = Outline("FROM x\n\(line)\nRUN y\n")
    #expect(outline.problems == [Self.prefix + message])
    #expect(outline.culprit == culprit)
    #expect(outline.document.problems.first?.message == message)
    #expect(outline.document.problems.first?.phase == .instructions)
    guard case .invalid = outline.document.instructions[1] else {
      Issue.record("the instruction has a type")
      return
    }
    guard case .run = outline.document.instructions[2] else {
      Issue.record("the next instruction is not understood")
      return
    }
  }

  @Test(arguments: [
    ("ENV A", "ENV must have two arguments"),
    ("LABEL a", "LABEL must have two arguments"),
    ("ENV A=1 B", "Syntax error - can't find = in \"B\". Must be of the form: name=value"),
    ("ENV A=1 # c", "Syntax error - can't find = in \"#\". Must be of the form: name=value"),
    (
      "ENV A=1 \"b\\\"\u{7}\"",
      "Syntax error - can't find = in \"\\\"b\\\\\\\"\\a\\\"\". Must be of the form: name=value"
    ),
    ("ONBUILD ENV A", "ENV must have two arguments"),
  ])
  func `refuses a line while reading`(line: String, message: String) {
    let outline = Outline("FROM x\nFOO\n\(line)\nBAR")
    #expect(outline.problems.first == "3: \(message)")
    #expect(outline.document.problems.count == 3)
    #expect(outline.document.nodes.count == 4)
  }

  private static let tooFew =
    "COPY requires at least two arguments, but only one was provided. Destination could not be determined"

  @Test(arguments: [
    ("", "0: file with no instructions"),
    ("\n# a\n\n", "3: file with no instructions"),
    ("RUN a\nRUN b", "1: no build stage in current context"),
    ("ARG A\nENV B=1\nFROM c", "2: no build stage in current context"),
    ("ARG A", "-1: dockerfile contains no stages to build"),
    (
      "COPY a\nFROM b",
      "1: dockerfile parse error on line 1: \(tooFew)"
    ),
    (
      "COPY <<EOF\nEOF\nFROM b",
      "1: dockerfile parse error on line 1: \(tooFew)"
    ),
    ("FROM a\nCOPY b <<EOF\nEOF", "2: dockerfile parse error on line 2: COPY cannot accept a heredoc as a destination"),
    (
      "FROM a\nADD [\"b\", \"<<EOF\"]",
      "2: dockerfile parse error on line 2: ADD cannot accept a heredoc as a destination"
    ),
    ("FROM a b\nRUN c", "1: dockerfile parse error on line 1: FROM requires either one or three arguments"),
  ])
  func `refuses a file`(text: String, problem: String) {
    #expect(Outline(text).problems == [problem])
  }

  @Test
  func `reports what the parser refuses before what the instructions do`() {
    let outline = Outline("FROM a b\nENV C\nRNU d")
    #expect(
      outline.problems == [
        "2: ENV must have two arguments",
        "1: dockerfile parse error on line 1: FROM requires either one or three arguments",
        "3: dockerfile parse error on line 3: unknown instruction: RNU (did you mean RUN?)",
      ]
    )
    #expect(outline.document.problems.map(\.suggestion) == [nil, nil, "RUN"])
  }

  @Test
  func `keeps a bounded number of problems`() {
    #expect(Outline("FROM a\n" + String(repeating: "x\n", count: 5_000)).document.problems.count == 100)
  }

  @Test
  func `refuses a file that is too large to be read`() {
    let document = Document(parsing: [UInt8](repeating: 0x0A, count: Document.sizeLimit))
    #expect(document.problems.map(\.message) == ["the file has \(Document.sizeLimit) bytes, more than can be read"])
    #expect(document.source.isEmpty)
  }
}
