package import BuildModel
import Diagnostics
import DockerfileSyntax

/// An instruction and what mutants call it.
struct Site: Sendable {
  /// `production/run-2`: the stage, the keyword, and which of several there it is.
  var name: String
  /// nil for what stands before the first FROM.
  var stage: Int?
  /// Index into the document's nodes.
  var index: Int
  var node: Node
  var instruction: Instruction
}

/// A Dockerfile that faults are put into: as it was read, with its stages.
package struct Specimen: Sendable {
  let document: Document
  let build: Build
  let baseImages: BaseImageFacts
  let sites: [Site]

  /// - Throws: what Docker refuses the file for; a specimen is a right one.
  package init(_ source: [UInt8], options: BuildOptions) throws(BuildError) {
    document = Document(parsing: source)
    build = try Build(of: document, options: options)
    baseImages = options.baseImages ?? BaseImageFacts(date: "", rows: [], releaseLines: [])
    sites = Self.sites(of: document)
  }

  var source: [UInt8] { Array(document.source) }

  private static func sites(of document: Document) -> [Site] {
    var counts: [String: Int] = [:]
    let owners = document.stages.enumerated().flatMap { stage, syntax in syntax.instructions.map { ($0, stage) } }
    let stageOf = Dictionary(owners) { first, _ in first }
    return document.nodes.indices.map { index in
      let node = document.nodes[index]
      let stage = stageOf[index]
      let place = stage.map { stageName($0, in: document) } ?? "global"
      let keyword = document.string(node.keyword).lowercased()
      let name = "\(place)/\(keyword)"
      let count = counts[name, default: 0] + 1
      counts[name] = count
      return Site(
        name: count == 1 ? name : "\(name)-\(count)",
        stage: stage,
        index: index,
        node: node,
        instruction: document.instructions[index]
      )
    }
  }

  private static func stageName(_ stage: Int, in document: Document) -> String {
    let name = document.name(of: document.stages[stage])
    return name.isEmpty ? "stage-\(stage)" : name
  }

  // MARK: - Places

  /// Sites of a stage, its FROM left out.
  func sites(ofStage stage: Int) -> [Site] {
    sites.filter { $0.stage == stage }.filter { if case .from = $0.instruction { false } else { true } }
  }

  func from(ofStage stage: Int) -> Site { sites[document.stages[stage].instructions.lowerBound] }

  /// The stages that the default target starts from, itself the last one.
  var targetChain: [Int] { build.states[build.target]?.chain ?? [build.target] }

  /// From the first byte of the first line to behind the line end of the last one.
  func lines(of range: SourceRange) -> Range<Int> {
    let source = document.source
    var start = Int(range.lower)
    while start > 0, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = Int(range.upper)
    while end < source.count, source[end] != UInt8(ascii: "\n") { end += 1 }
    return start..<min(end + 1, source.count)
  }

  func lines(of site: Site) -> Range<Int> { lines(of: site.node.range) }

  /// From a stage's FROM to the end of its last instruction.
  func lines(ofStage stage: Int) -> Range<Int> {
    let nodes = document.stages[stage].instructions
    let first = lines(of: document.nodes[nodes.lowerBound].range)
    return first.lowerBound..<lines(of: document.nodes[nodes.upperBound - 1].range).upperBound
  }

  func text(_ range: Range<Int>) -> [UInt8] { Array(document.source[range]) }

  /// The lines of an instruction behind the last one of a stage.
  func append(_ lines: [UInt8], toStage stage: Int) -> Edit {
    let end = self.lines(ofStage: stage).upperBound
    let isOpen = end > 0 && document.source[end - 1] != UInt8(ascii: "\n")
    let isEnded = lines.last == UInt8(ascii: "\n")
    return Edit(end..<end, (isOpen ? [UInt8(ascii: "\n")] : []) + lines + (isEnded ? [] : [UInt8(ascii: "\n")]))
  }
}

extension Site {
  /// What the place is about, where its keyword says it.
  func family(in specimen: Specimen) -> FaultFamily? {
    switch instruction {
    case .user: .user
    case .healthcheck: .health
    case .from: .stages
    case .copy(let copy): specimen.document.flag("from", in: copy.flags) == nil ? .files : .stages
    case .add: .files
    case .cmd, .entrypoint: .start
    case .expose: .ports
    case .env: .environment
    case .workdir: .directory
    case .arg: .arguments
    case .label, .volume, .stopSignal, .maintainer: .metadata
    case .run, .shell, .onBuild, .invalid: nil
    }
  }
}
