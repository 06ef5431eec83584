import Diagnostics
package import DockerfileSyntax

/// What the program understands of a Dockerfile, for people: stages, instructions with their fields, and what Docker
/// would refuse.
package struct InspectionTree {
  let document: Document
  let options: TextOptions
  private let file: String
  private let lines: LineTable
  private var places: PlaceFinder
  private(set) var rows: [InspectionRow] = []

  /// - Parameter file: the name under which people know the file.
  package static func lines(file: String, document: Document, options: TextOptions) -> [String] {
    var tree = InspectionTree(file: file, document: document, options: options)
    tree.addDirectives()
    tree.addInstructions()
    return tree.heading() + InspectionLayout(tree.rows, options: options).lines() + tree.problems()
  }

  private init(file: String, document: Document, options: TextOptions) {
    self.file = file
    self.document = document
    self.options = options
    lines = LineTable(bytes: document.source.array)
    places = PlaceFinder(lines)
  }

  // MARK: - Rows

  mutating func add(_ row: InspectionRow) {
    if case .blank = row, rows.isEmpty { return }
    rows.append(row)
  }

  /// A part of an instruction at its place.
  mutating func field(_ label: String, _ value: String, at range: SourceRange, depth: Int, role: Style.Role? = nil) {
    let place = places.position(at: range.offsets.lowerBound)
    let shown = Printable.line(value)
    add(.field(place: "\(place.line):\(place.column)", depth: depth, label: Printable.line(label), shown, role))
  }

  mutating func field(_ label: String, _ word: Word, depth: Int, role: Style.Role? = nil) {
    field(label, document.string(word), at: word.range, depth: depth, role: role)
  }

  /// - Parameter value: all that the instruction says, where that is one thing.
  mutating func keyword(_ node: Node, value: String? = nil, note: String?, depth: Int, isRefused: Bool = false) {
    let numbers =
      depth > 0
      ? "\(lines.line(at: node.range.offsets.lowerBound))"
      : node.startLine == node.endLine ? "\(node.startLine)" : "\(node.startLine)-\(node.endLine)"
    let text = Printable.line(document.string(node.keyword))
    let shown = value.map(Printable.line)
    add(.instruction(lines: numbers, depth: depth, keyword: text, value: shown, note: note, isRefused: isRefused))
  }

  private mutating func addDirectives() {
    for directive in document.directives {
      field("# \(directive.kind.rawValue)", directive.value, depth: 0)
    }
    if !document.directives.isEmpty { add(.blank) }
  }

  private mutating func addInstructions() {
    var heads: [Int: Int] = [:]
    for (index, stage) in document.stages.enumerated() { heads[stage.instructions.lowerBound] = index }
    for (index, node) in document.nodes.enumerated() {
      if let number = heads[index] {
        addHeading(of: document.stages[number], number: number)
      } else if node.kind == .from {
        add(.blank)
        add(.heading("A stage that Docker refuses"))
      }
      for comment in document[node.comments] {
        let place = lines.line(at: document.range(of: comment).offsets.lowerBound)
        add(.comment(line: "\(place)", Printable.line("# " + document.string(comment))))
      }
      addInstruction(document.instructions[index], node, depth: 0)
    }
  }

  private mutating func addHeading(of stage: StageSyntax, number: Int) {
    let name = document.name(of: stage)
    let title = name.isEmpty ? "Stage \(number)" : "Stage \(number), \(Printable.line(name))"
    add(.blank)
    add(.heading(options.cut("\(title): from \(Printable.line(document.string(stage.from.base)))", to: options.width)))
  }

  // MARK: - Before and after

  private func heading() -> [String] {
    let stages = document.stages.count
    let instructions = document.nodes.count
    let parts = [
      file, stages == 1 ? "1 stage" : "\(stages) stages",
      instructions == 1 ? "1 instruction" : "\(instructions) instructions",
    ]
    let isRefused = !document.problems.isEmpty
    return options.heading(parts, verdict: isRefused ? "refused" : "read", role: isRefused ? .failed : .passed) + [""]
  }

  private static let mostProblems = 20

  private func problems() -> [String] {
    let all = document.problems.map { ($0, Diagnostic.Severity.error) } + document.warnings.map { ($0, .warning) }
    guard !all.isEmpty else { return [] }
    let source = SourceFile(path: file, bytes: Array(document.source))
    let renderer = CaretRenderer(source, style: options.style, width: options.width)
    var lines: [String] = []
    for (problem, severity) in all.prefix(Self.mostProblems) {
      lines += [""] + renderer.lines(for: Diagnostic(severity, problem))
    }
    if all.count > Self.mostProblems { lines += ["", "\(all.count - Self.mostProblems) more"] }
    return lines
  }
}
