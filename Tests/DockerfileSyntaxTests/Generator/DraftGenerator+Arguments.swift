import DockerfileSyntax

/// The words of each instruction: what may stand there, and how it is read.
extension DraftGenerator {
  private static let mark = String(Unicode.Scalar(Draft.escapeMark))

  private static let paths = [
    WordDraft("a"), WordDraft("b/c"), WordDraft("./x-1.2"), WordDraft("\u{E9}\u{65E5}\u{672C}"), WordDraft("${Y:-z}"),
    WordDraft("'q"), WordDraft("\"r\""), WordDraft("package"), WordDraft([0x61, 0xFF]), WordDraft([0xE2, 0x80, 0x62]),
    WordDraft("\u{1F468}\u{200D}\u{1F469}"), WordDraft("c:\\d"), WordDraft("e`f"), WordDraft("g=h"),
  ]
  /// Also in the middle of a command.
  private static let commands =
    paths + [
      WordDraft("&&"), WordDraft("it's"), WordDraft("--flag"), WordDraft("[x"), WordDraft("]"), WordDraft("npm"),
      WordDraft("a#b"), WordDraft("$((1<<2))"), WordDraft("|"),
    ]
  private static let strings = [
    WordDraft("\"a b\"", read: "a b"), WordDraft("\"\"", read: ""), WordDraft(#""\u00e9\n\t""#, read: "\u{E9}\n\t"),
    WordDraft(#""\ud83d\ude00x\/""#, read: "\u{1F600}x/"), WordDraft(#""c:\\\"d\"""#, read: #"c:\"d""#),
    WordDraft("\"\u{65E5}\"", read: "\u{65E5}"), WordDraft("\"[],{}\"", read: "[],{}"),
    WordDraft([0x22, 0xFF, 0x22], read: [0xFF]), WordDraft(#""\ud800\udbffz""#, read: "\u{FFFD}\u{FFFD}z"),
    WordDraft("\"npm\"", read: "npm"),
  ]
  private static let pairs = [
    WordDraft("A=1"), WordDraft("B=\"x y\""), WordDraft("C='p \"q'"), WordDraft("D=a\(mark) b"), WordDraft("E="),
    WordDraft("F=\u{E9}"), WordDraft("G=\"a\(mark)\"b\""), WordDraft("H==x=y"), WordDraft("i.j=$A"),
    WordDraft([0x4A, 0x3D, 0xFF]), WordDraft("K=a\"b c\"'d e'f"),
  ]

  mutating func arguments(_ made: inout InstructionDraft, inTrigger: Bool) -> InstructionDraft.Arguments {
    made.flags = flags(of: made.kind)
    switch made.kind {
    case .from: return .words(from())
    case .run: return run(&made, inTrigger: inTrigger)
    case .cmd, .entrypoint: return random.once(in: 12) ? .none : command(&made)
    case .shell: return .array(words(Self.strings, 1...3))
    case .copy, .add: return copy(&made, inTrigger: inTrigger)
    case .env, .label:
      guard random.once(in: 5) else { return .words(words(Self.pairs, 1...4)) }
      return .legacy(WordDraft("npm_x"), words(Self.commands, 1...3))
    case .arg: return .words(words(Self.pairs + [WordDraft("V"), WordDraft("\u{E9}w")], 1...3))
    case .expose:
      return .words(words([WordDraft("80"), WordDraft("443/tcp"), WordDraft("$P"), WordDraft("1-2")], 1...4))
    case .volume:
      let strings = Self.strings.filter { !PlainText.trimmed($0.read).isEmpty }
      return random.once(in: 2) ? .array(words(strings, 1...3)) : .words(words(Self.paths, 1...3))
    case .user, .workdir, .stopsignal, .maintainer: return .whole(words(Self.paths, 1...2))
    case .healthcheck: return healthcheck(&made)
    case .onbuild: return .trigger(trigger())
    case nil: return .none
    }
  }

  private mutating func from() -> [WordDraft] {
    let base = random.pick([
      WordDraft("alpine:3.20"), WordDraft("a/b@sha256:c"), WordDraft("$BASE"), WordDraft("scratch"),
    ])
    guard random.once(in: 2) else { return [base] }
    return [base, random.pick([WordDraft("AS"), WordDraft("as"), WordDraft("aS")]), WordDraft("B2-x_y.z")]
  }

  /// In shell form or as an array; a command line may begin like a flag only behind `--`.
  private mutating func command(_ made: inout InstructionDraft) -> InstructionDraft.Arguments {
    if random.once(in: 3) { return .array(words(Self.strings, 0...3)) }
    guard random.once(in: 6) else { return .whole(words(Self.paths, 1...1) + words(Self.commands, 0...4)) }
    made.endsFlags = true
    return .whole([WordDraft("--no-flag")] + words(Self.commands, 0...2))
  }

  private mutating func run(_ made: inout InstructionDraft, inTrigger: Bool) -> InstructionDraft.Arguments {
    guard !inTrigger, random.once(in: 4) else { return command(&made) }
    made.heredocs = heredocs(["EOF", "E-1", "Q R"])
    let line = [WordDraft("cat")] + made.heredocs.map { mark(of: $0) } + [WordDraft("&&"), WordDraft("x")]
    return .whole(random.once(in: 2) ? line : Array(line.dropFirst().dropLast(2)))
  }

  private mutating func copy(_ made: inout InstructionDraft, inTrigger: Bool) -> InstructionDraft.Arguments {
    if random.once(in: 4) { return .array(words(Self.strings, 2...4)) }
    let destination = [WordDraft("/d/")]
    guard !inTrigger, random.once(in: 4) else { return .words(words(Self.paths, 1...3) + destination) }
    made.heredocs = heredocs(["EOF", "E-1"])
    return .words([WordDraft("a")] + made.heredocs.map { mark(of: $0) } + destination)
  }

  private mutating func healthcheck(_ made: inout InstructionDraft) -> InstructionDraft.Arguments {
    if made.flags.isEmpty, random.once(in: 4) { return .words([WordDraft("none")]) }
    let type = random.pick([WordDraft("CMD"), WordDraft("cmd")])
    let words = words(Self.paths, 1...1) + words(Self.commands, 0...2)
    return .typed(type, random.once(in: 2) ? .array(self.words(Self.strings, 1...3)) : .whole(words))
  }

  private mutating func trigger() -> InstructionDraft {
    let refused: [Keyword] = [.onbuild, .from, .maintainer]
    return instruction(random.pick(Keyword.allCases.filter { !refused.contains($0) }), inTrigger: true)
  }

  // MARK: - Heredocs

  private mutating func heredocs(_ names: [String]) -> [HeredocDraft] {
    names.prefix(1 + random.below(names.count)).map { name in
      let lines = ["x", "", "# no", "RUN y", "\tz", "  w", "a \\", "<<E2", "EOF ", "\u{E9}"]
      var made = HeredocDraft(name: name, lines: (0..<random.below(4)).map { _ in random.pick(lines) })
      made.chomps = random.once(in: 3)
      // A name with a blank can only be quoted.
      made.expands = name != "Q R" && !random.once(in: 3)
      made.terminator = (made.chomps && random.once(in: 2) ? "\t" : "") + name
      return made
    }
  }

  private mutating func mark(of heredoc: HeredocDraft) -> WordDraft {
    let name = heredoc.expands ? heredoc.name : random.pick(["'\(heredoc.name)'", "\"\(heredoc.name)\""])
    return WordDraft("<<\(heredoc.chomps ? "-" : "")\(name)")
  }

  /// A heredoc without its end takes the rest of the file.
  mutating func openHeredoc() -> InstructionDraft {
    var made = InstructionDraft(keyword: "RUN", kind: .run, arguments: .whole([WordDraft("<<NOWHERE")]))
    made.heredocs = [HeredocDraft(name: "NOWHERE", lines: ["x", "CMD y"], terminator: nil)]
    made.refusal = .reading
    return made
  }

  // MARK: - Flags

  private mutating func flags(of kind: Keyword?) -> [FlagDraft] {
    let choices: [(String, String?)] =
      switch kind {
      case .from: [("platform", "linux/amd64")]
      case .run: [("mount", "type=cache,target=/x"), ("mount", "type=tmpfs,target=/y"), ("network", "none")]
      case .copy: [("from", "B2"), ("chown", "a:b"), ("link", nil), ("exclude", "c d"), ("chmod", "u+\u{E9}")]
      case .add: [("checksum", "sha256:a"), ("keep-git-dir", "true"), ("unpack", "false"), ("exclude", "x'y")]
      case .healthcheck: [("interval", "1m30s"), ("retries", "3"), ("timeout", "2s"), ("start-period", "0")]
      default: []
      }
    return choices.filter { _ in random.once(in: 4) }.map { flag($0.0, $0.1) }
  }

  /// In one of the ways of writing it; what is not ASCII is read as Latin-1.
  private mutating func flag(_ name: String, _ value: String?) -> FlagDraft {
    guard let value else { return FlagDraft(written: Array("--\(name)".utf8), name: Array(name.utf8)) }
    let read = value.utf8.map { String(Unicode.Scalar($0)) }.joined()
    let needsQuotes = value.contains(" ") || value.contains("'")
    let written =
      switch needsQuotes ? 0 : random.below(5) {
      case 0: "--\(name)=\"\(value)\""
      case 1: "--\(name.prefix(2))'\(name.dropFirst(2))'=\(value)"
      case 2: "--\(name)=\(Self.mark)\(value)"
      default: "--\(name)=\(value)"
      }
    return FlagDraft(written: Array(written.utf8), name: Array(name.utf8), value: Array(read.utf8))
  }

  // MARK: - What Docker refuses

  mutating func refused() -> InstructionDraft {
    let phase = { (keyword: String, kind: Keyword?, phase: SyntaxProblem.Phase) in
      { (arguments: InstructionDraft.Arguments) in
        InstructionDraft(keyword: keyword, kind: kind, arguments: arguments, refusal: phase)
      }
    }
    let flag = FlagDraft(written: Array("--wrong=x".utf8), name: Array("wrong".utf8), value: Array("x".utf8))
    var made =
      switch random.below(12) {
      case 0: phase("RUNN", nil, .instructions)(.words([WordDraft("a"), WordDraft("b")]))
      case 1: phase("\u{E9}", nil, .instructions)(.none)
      case 2: phase("FROM", .from, .instructions)(.words([WordDraft("a"), WordDraft("b")]))
      case 3: phase("USER", .user, .instructions)(.none)
      case 4: phase("CMD", .cmd, .reading)(.array([WordDraft("\"a\"", read: "a"), WordDraft("1")]))
      case 5: phase("ENV", .env, .reading)(.words([WordDraft("A")]))
      case 6: phase("LABEL", .label, .reading)(.words([WordDraft("A=1"), WordDraft("B")]))
      case 7: phase("SHELL", .shell, .instructions)(.whole([WordDraft("sh"), WordDraft("-c")]))
      case 8: phase("VOLUME", .volume, .instructions)(.array([WordDraft("\" \"", read: " ")]))
      case 9: phase("COPY", .copy, .instructions)(.words([WordDraft("a")]))
      case 10: phase("ENV", .env, .instructions)(.words([WordDraft("=1")]))
      default: phase("HEALTHCHECK", .healthcheck, .instructions)(.typed(WordDraft("CURL"), .whole([WordDraft("x")])))
      }
    if made.kind == .user || made.kind == .copy, random.once(in: 2) {
      made.flags = [flag]
      made.arguments = made.kind == .user ? .whole([WordDraft("a")]) : .words([WordDraft("a"), WordDraft("b")])
    }
    return made
  }
}
