import Diagnostics
import Rubric

/// What a real build said of one submission: a line when it confirms the checks, the differences otherwise.
struct BuildText {
  private static let mostLines = 6

  let build: BuildConfirmation
  let options: TextOptions

  init(_ build: BuildConfirmation, options: TextOptions) {
    self.build = build
    self.options = options
  }

  func lines() -> [String] {
    [heading()].flatMap { options.wrapped($0, indent: 2) }.enumerated()
      .map { $0 == 0 ? dressed($1) : $1 } + differences() + deviations() + output()
  }

  /// How people say a verdict; also what is told of a whole class.
  static func words(_ verdict: BuildConfirmation.Verdict) -> String {
    switch verdict {
    case .confirmed: "confirmed"
    case .contradicted: "contradicted"
    case .failed: "not built"
    case .timedOut: "not built in time"
    case .unconfirmed: "not confirmed"
    case .notBuilt: "left out"
    }
  }

  private func heading() -> String {
    let parts = [build.milliseconds.map(Self.seconds), build.bytes.map(Self.size)].compactMap(\.self)
    let figures = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    let text = "\(Self.words(build.verdict)) by \(build.engine) \(build.version)\(figures)"
    if build.verdict == .confirmed { return "\(text): \(agreement())" }
    return build.reason.map { "\(text): \($0)" } ?? text
  }

  private func agreement() -> String {
    let open = build.fields.filter { $0.status == .notComparable }.map(\.name)
    let agreeing = build.fields.count { $0.status == .agrees }
    let count = agreeing == build.fields.count ? "all \(agreeing)" : "\(agreeing) of \(build.fields.count)"
    let rest = open.isEmpty ? "" : "; \(open.joined(separator: ", ")) could not be compared"
    return "the image is as it was read out of the file, in \(count) fields\(rest)"
  }

  /// The verdict's words in the colour of what they mean.
  private func dressed(_ line: String) -> String {
    let words = Self.words(build.verdict)
    guard line.hasPrefix(words) else { return line }
    return options.style.apply(role, words) + line.dropFirst(words.count)
  }

  private var role: Style.Role {
    switch build.verdict {
    case .confirmed: .passed
    case .contradicted, .failed, .timedOut: .failed
    case .unconfirmed: .warning
    case .notBuilt: .notJudged
    }
  }

  /// Both values of each field that contradicts.
  private func differences() -> [String] {
    build.fields.filter { $0.status == .contradicts }.flatMap { field in
      let reason = field.reason.map { " (\($0))" } ?? ""
      return options.wrapped("  \(field.name)\(reason)", indent: 4)
        + options.wrapped("    expected  \(Self.shown(field.expected))", indent: 14)
        + options.wrapped("    built     \(Self.shown(field.built))", indent: 14)
    }
  }

  /// Where the engine is known to differ from Docker: said, never taken for agreement.
  private func deviations() -> [String] {
    let found = build.fields.filter { $0.status == .deviates }
    guard !found.isEmpty else { return [] }
    let texts = found.map { "\($0.name) (\($0.reason ?? "known"))" }
    return options.wrapped(
      "  \(build.engine) is known to differ from Docker: \(texts.joined(separator: ", "))",
      indent: 4
    )
  }

  private func output() -> [String] {
    let shown = options.showsAll ? build.output[...] : build.output.suffix(Self.mostLines)
    let bar = options.style.hasSymbols ? "  │ " : "  | "
    return shown.map { bar + options.cut(Printable.line($0), to: options.width - 4) }
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "not set" : value }

  /// `4.2 s`, `1 min 5 s`.
  static func seconds(_ milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    if tenths < 600 { return "\(tenths / 10).\(tenths % 10) s" }
    return "\(tenths / 600) min \(tenths / 10 % 60) s"
  }

  /// `142 MB`, in powers of ten as engines count.
  static func size(_ bytes: Int) -> String {
    for (unit, name) in [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")] where bytes >= unit {
      let tenths = (bytes + unit / 20) / (unit / 10)
      return tenths >= 1000 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return "\(bytes) B"
  }
}
