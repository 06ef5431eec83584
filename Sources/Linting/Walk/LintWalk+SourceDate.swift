import BuildModel
import Diagnostics
import DockerfileSyntax

/// A global ARG called SOURCE_DATE_EPOCH may name a stage that does nothing but fetch a file whose date is meant.
extension LintWalk {
  mutating func checkSourceDate() throws(LintError) {
    if globals.isEmpty { return }
    let name = Bytes("SOURCE_DATE_EPOCH")
    guard let value = variables.binding(name, at: globals), value.isSet, !value.value.isEmpty else { return }
    let text = DockerText.string(value.value)
    if Int64(text) != nil {
      let seconds = variables.arena.keep("\(Int64(text) ?? 0)")
      return variables.setEnvironment(name, seconds, at: &globals)
    }
    if text != "context" {
      let wanted = DockerText.lower(text.utf8)
      guard let index = (0..<stages.count).first(where: { tables.name($0).elementsEqual(wanted.utf8) }) else {
        throw LintError(message: "invalid SOURCE_DATE_EPOCH: \(text)", line: -1, range: nil)
      }
      try checkSourceDate(stage: index)
    }
    // Without a builder to ask there is no date, and the argument is gone.
    variables.forget(name, at: &globals)
  }

  private mutating func checkSourceDate(stage index: Int) throws(LintError) {
    let written = tables.base(index)
    let site = plainSite(tables.from(index))
    var root = globals
    variables.forget(Bytes("SOURCE_DATE_EPOCH"), at: &root)
    let base = wholly(tables.bytes(written), Scope(root: root, isGlobal: true))
    if let error = base.error {
      let name = DockerText.quoted(tables.bytes(written))
      let message = "failed to process source stage base name \(name): \(error.dockerMessage)"
      throw site.error(message, at: written.range)
    }
    guard base.text.equals("scratch") else {
      throw site.error("SOURCE_DATE_EPOCH stage must use FROM scratch", at: written.range)
    }
    var hasSource = false
    for position in tables.stage(index).pointee.instructions.dropFirst() {
      let node = tables.nodes[position]
      switch tables.instructions[position] {
      case .arg(let pairs): try setSourceDateArguments(pairs, &root, site)
      case .add(let copy):
        if hasSource { throw site.error(Self.oneSource, at: node.keyword.range) }
        try checkSourceDate(copy, node, root, site)
        hasSource = true
      default:
        let reason = "unsupported \(tables.string(node.keyword)) instruction"
        let message = "SOURCE_DATE_EPOCH stage does not meet source-only requirements: \(reason)"
        throw site.error(message, at: node.keyword.range)
      }
    }
    if !hasSource { throw site.error(Self.oneSource, at: tables.from(index).pointee.keyword.range) }
  }

  private static var oneSource: String { "SOURCE_DATE_EPOCH stage must contain exactly one remote ADD" }

  private mutating func setSourceDateArguments(
    _ pairs: Pairs,
    _ root: inout ScopeTree.Root,
    _ site: Site
  ) throws(LintError) {
    for index in pairs.pairs.indices {
      let pair = tables.pairs[index]
      guard let value = pair.value else { continue }
      let text = wholly(tables.bytes(value), Scope(root: root, isGlobal: true))
      if let error = text.error { throw site.error(error.dockerMessage, at: value.range) }
      variables.setEnvironment(tables.bytes(pair.name), text.text, at: &root)
    }
  }

  private func checkSourceDate(
    _ copy: Copy,
    _ node: Node,
    _ root: ScopeTree.Root,
    _ site: Site
  ) throws(LintError) {
    guard copy.heredocs.isEmpty, copy.sources.count == 1 else {
      throw site.error(Self.oneSource + " source", at: node.keyword.range)
    }
    let scope = Scope(root: root, isGlobal: true)
    let word = tables.words[copy.sources.indices.lowerBound]
    let source = wholly(tables.bytes(word), scope)
    if let error = source.error { throw site.error(error.dockerMessage, at: word.range) }
    var checksum = ""
    if let flag = tables.value(of: "checksum", in: copy.flags) {
      let text = wholly(tables.bytes(flag), scope)
      if let error = text.error { throw site.error(error.dockerMessage, at: flag.range) }
      checksum = DockerText.string(text.text)
    }
    do throws(CopyOrigin.Refused) {
      if try !CopyOrigin.isPath(DockerText.string(source.text), checksum: checksum) { return }
    } catch {
      throw site.error(error.message, at: word.range)
    }
    throw site.error("SOURCE_DATE_EPOCH stage source must be a single HTTP(S) or Git ADD", at: word.range)
  }
}
