package import BuildModel
package import Diagnostics
package import DockerfileSyntax
import Linting

/// Explains the lines of one file, for one target.
package struct Explainer: Sendable {
  private let file: String
  let source: SourceFile
  let document: Document
  private let options: BuildOptions
  let lines: LineTable
  private let image: JudgedImage?
  private let refusals: [LintedFile.Remark]

  package init(
    file: String,
    source: SourceFile,
    document: Document,
    options: BuildOptions,
    ignoreFile: IgnoreFile = .unknown
  ) {
    self.file = file
    self.source = source
    self.document = document
    self.options = options
    lines = LineTable(source)
    do throws(BuildError) {
      image = try JudgedImage(building: document, options: options, ignoreFile: ignoreFile)
      refusals = []
    } catch {
      image = nil
      let first = LintedFile.Remark(error.message, at: error.range, suggestion: error.suggestion)
      let others = document.problems.map(LintedFile.Remark.init).filter { $0.range != error.range }
      refusals = [first] + others
    }
  }

  package var lineCount: Int { lines.count }

  /// Docker's error, where it refuses the file or the target.
  package var refusal: String? { refusals.first?.message }

  /// - Returns: nil for a line that the file does not have.
  package func explanation(line: Int, column: Int? = nil) -> Explanation? {
    guard line >= 1, line <= lines.count else { return nil }
    if let index = node(at: line) { return instruction(index, line, column) }
    let text = source.bytes[lines.range(ofLine: line).offsets]
    var found = Explanation(
      file: file,
      line: line,
      column: column,
      subject: .blank,
      range: lines.range(ofLine: line)
    )
    found.refusals = refusals
    if let directive = document.directives.first(where: { Int($0.line) == line }) {
      found.subject = .directive
      found.does = Self.meaning(of: directive, document)
      found.image = ["It is for the build alone, and not in the image."]
      found.effect = .build
    } else if text.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "#") {
      found.subject = .comment
      found.does = ["A comment: Docker passes over it."] + directiveLike(text, line)
      found.image = ["It is not in the image."]
    } else if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      found.does = ["An empty line between instructions: it means nothing."]
    } else {
      found.does = ["Docker does not get to this line."]
      found.effect = .refused
    }
    return found
  }

  /// The last instruction whose lines hold a line; heredocs and continuation lines are part of it.
  private func node(at line: Int) -> Int? {
    var low = 0
    var high = document.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(document.nodes[middle].startLine) <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0, line <= Int(document.nodes[low - 1].endLine) else { return nil }
    return low - 1
  }

  private static func meaning(of directive: Directive, _ document: Document) -> [String] {
    let value = "`\(TraceText.cut(document.string(directive.value)))`"
    switch directive.kind {
    case .syntax:
      return ["Names the frontend that reads this file: BuildKit fetches the image \(value) and lets it build."]
    case .escape: return ["Makes \(value) the character that continues a line and takes the meaning from the next one."]
    case .check:
      return [
        "Says how Docker's build checks treat this file: \(value).",
        "`skip=` leaves checks out, `error=true` makes findings refuse the build.",
      ]
    }
  }

  /// Directives count at the very top alone.
  private func directiveLike(_ text: ArraySlice<UInt8>, _ line: Int) -> [String] {
    let body = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "#") }
    let name = DockerText.lower(body.prefix { $0 != UInt8(ascii: "=") && $0 != 0x20 })
    guard Directive.Kind(rawValue: name) != nil, body.contains(UInt8(ascii: "=")) else { return [] }
    return ["It looks like a directive and is none: those stand at the very top, each once, before anything else."]
  }

  // MARK: - Instructions

  private func instruction(_ index: Int, _ line: Int, _ column: Int?) -> Explanation {
    let node = document.nodes[index]
    let stage = document.stages.lastIndex { $0.instructions.contains(index) } ?? -1
    let context = context(Origin(instruction: index, stage: stage, range: node.range))
    var points = context.points()
    var found = Explanation(file: file, line: line, column: column, subject: .instruction, range: node.range)
    found.keyword = document.string(node.keyword).uppercased()
    found.refusals = refusals
    if stage >= 0 { found.stage = self.stage(stage, context) }
    if line > Int(node.startLine) { points.notes.insert(part(of: node, line), at: 0) }
    found.does = points.does
    found.commands = points.commands
    found.traces = points.steps.compactMap { steps in
      // The instruction itself is the one that is explained.
      let others = steps.first?.origin == context.origin ? steps.dropFirst() : steps[...]
      return others.isEmpty ? nil : others.map(context.text.step).joined(separator: " → ")
    }
    found.effect = points.effect
    found.image = points.image
    found.notes = points.notes
    found.notes += misspelt(in: node)
    if let column { mark(column, line, in: context, &found) }
    return found
  }

  /// Names behind `--from` that are nearly those of stages.
  private func misspelt(in node: Node) -> [String] {
    guard !node.flags.isEmpty else { return [] }
    return MisspeltStages(in: document).notes().compactMap { note in
      guard let range = note.range, range.lower >= node.range.lower, range.upper <= node.range.upper else { return nil }
      return note.message + (note.suggestion.map { "; did you mean `\($0)`?" } ?? ".")
    }
  }

  private func context(_ origin: Origin) -> InstructionContext {
    let stage = origin.stage >= 0 ? origin.stage : document.stages.count - 1
    let trace = ConfigurationTrace(of: stage, in: document, options: options, focus: origin.instruction)
    let target = image.map { ConfigurationTrace(of: $0.build.target, in: document, options: options) }
    let date = options.baseImages?.date ?? ""
    return InstructionContext(
      document: document,
      options: options,
      origin: origin,
      trace: trace,
      image: image,
      target: target,
      text: TraceText(document: document, factsDate: date, base: trace.base)
    )
  }

  private func stage(_ index: Int, _ context: InstructionContext) -> Explanation.Stage {
    let line = Int(document.nodes[document.stages[index].instructions.lowerBound].startLine)
    guard let image else {
      let words = "of a build that Docker refuses"
      return .init(index: index, name: context.stageName(index), line: line, role: nil, words: words)
    }
    let role = image.role(of: index)
    let words = StageRows(image: image, text: context.text).words(role, image.build.stages[index])
    return .init(index: index, name: context.stageName(index), line: line, role: StageRows.id(role), words: words)
  }

  /// What a line further down in an instruction is.
  private func part(of node: Node, _ line: Int) -> String {
    let start = lines.range(ofLine: line).lower
    for heredoc in document[node.heredocs] {
      let body = document.range(of: heredoc.content)
      let name = document.string(heredoc.name)
      if start >= body.lower, start < body.upper { return "Line \(line) is in the body of the heredoc `\(name)`." }
      if start == body.upper { return "Line \(line) ends the heredoc `\(name)`." }
    }
    return "Line \(line) is part of the instruction that begins at line \(node.startLine)."
  }
}
