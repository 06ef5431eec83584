import BuildModel
import DockerfileSyntax

/// The steps of a trace in words, and instructions as people speak of them.
struct TraceText {
  let document: Document
  /// The day of the facts about base images; empty without them.
  let factsDate: String
  let base: ExternalBase

  /// Words longer than this are cut: a trace is one line.
  private static let longestWord = 60

  /// `line 9`.
  func line(_ origin: Origin) -> String { "line \(number(origin))" }

  /// Counted from 1.
  func number(_ origin: Origin) -> Int { Int(document.nodes[origin.instruction].startLine) }

  /// `ENTRYPOINT`; behind an ONBUILD the trigger's own keyword.
  func keyword(_ origin: Origin) -> String {
    let node = document.nodes[origin.instruction]
    let keyword = document.string(node.keyword).uppercased()
    guard origin.isTrigger, node.sub >= 0 else { return keyword }
    return "ONBUILD " + document.string(document.subnodes[Int(node.sub)].keyword).uppercased()
  }

  /// `CMD at line 7`.
  func instruction(_ origin: Origin) -> String { "\(keyword(origin)) at \(line(origin))" }

  /// A whole trace. Of a lone step the value is told already, so that its place is enough.
  func steps(_ steps: [TraceStep]) -> [String] {
    guard steps.count == 1, let step = steps.first else { return steps.map { self.step($0) } }
    switch step.kind {
    case .cleared: return [step.origin.map { "cleared by \(keyword($0)) (\(line($0)))" } ?? self.step(step)]
    case .instruction, .env, .arg:
      return [step.origin.map { "\(keyword($0)) (\(line($0)))" } ?? self.step(step)]
    case .builder: return ["set by BuildKit"]
    case .baseImage: return ["set by \(base.name)" + (factsDate.isEmpty ? "" : ", by the facts of \(factsDate)")]
    case .buildArgument, .fallback, .unset: return [self.step(step)]
    }
  }

  func step(_ step: TraceStep) -> String {
    let name = step.name ?? ""
    let written = Self.cut(step.written ?? "")
    let value = Self.cut(step.value ?? "")
    let place = step.origin.map { "line \(number($0))" } ?? ""
    switch step.kind {
    case .instruction, .cleared:
      let keyword = step.origin.map(keyword) ?? ""
      // What an ONBUILD holds begins with the trigger's keyword.
      let whole = step.origin?.isTrigger == true ? "ONBUILD " + written : keyword + " " + written
      return "\(whole) (\(place))"
    case .env: return "ENV \(name)=\(written) (\(place))"
    case .arg: return "ARG \(name)\(step.written == nil ? "" : "=" + written) (\(place))"
    case .buildArgument:
      return "--build-arg \(name)=\(value)" + (place.isEmpty ? "" : " (ARG, \(place))")
    case .fallback: return "`\(value)` in its place"
    case .unset:
      return place.isEmpty ? "\(name) is not set" : "\(name) has no value (ARG, \(place))"
    case .baseImage:
      let date = factsDate.isEmpty ? "" : " by the facts of \(factsDate)"
      return (name.isEmpty ? "" : "\(name)=\(value) of ") + "\(base.name)\(date)"
    case .builder: return "\(name)=\(value) by BuildKit"
    }
  }

  /// What a trace ends in; nil where the first step says it already.
  static func result(of steps: [TraceStep], value: String) -> String? {
    steps.count > 1 ? (value.isEmpty ? "nothing" : cut(value)) : nil
  }

  static func cut(_ text: String) -> String {
    text.count > longestWord ? String(text.prefix(longestWord)) + "…" : text
  }

  /// An argument list in one line; words with blanks stand in quotes.
  static func words(_ words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && !word.contains { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "\n" }
      return isPlain ? word : "\"" + word + "\""
    }.joined(separator: " ")
  }
}

extension TraceText {
  /// What a value took the place of, or took away.
  func replaced(_ replaced: ImageRow.Replaced, subject: String? = nil) -> String {
    let by = subject ?? instruction(replaced.by)
    switch replaced.effect {
    case .cleared: return "\(by) clears \(previous(replaced))"
    case .disabled: return "\(by) takes away \(previous(replaced))"
    case .set, .inherited: return "\(by) takes the place of \(previous(replaced))"
    }
  }

  /// An earlier value and its owner: `root` of line 12.
  func previous(_ replaced: ImageRow.Replaced) -> String {
    let isNamed = !replaced.value.isEmpty && replaced.effect != .disabled
    let owner = replaced.origin.map { "of \(line($0))" } ?? "of \(base.name)"
    return (isNamed ? "`\(Self.cut(replaced.value))`" : "the one") + " " + owner
  }
}
