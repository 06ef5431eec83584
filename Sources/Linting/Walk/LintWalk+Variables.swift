import Diagnostics
import DockerfileSyntax

/// A pair of an ENV.
struct ExpandedPair {
  let name: Bytes
  let value: Bytes
}

/// ENV, LABEL and ARG.
extension LintWalk {
  /// All words of a line see the variables as they were before it.
  mutating func setEnvironment(_ pairs: Pairs, _ node: NodePointer, _ site: Site) throws(LintError) {
    let indices = pairs.pairs.indices
    if indices.count == 1 {
      return set(try expanded(indices.lowerBound, site), indices.lowerBound, node, site)
    }
    values.truncate(to: 0)
    for index in indices { values.append(try expanded(index, site)) }
    for index in indices { set(values[index - indices.lowerBound], index, node, site) }
  }

  @inline(__always)
  private mutating func expanded(_ index: Int, _ site: Site) throws(LintError) -> ExpandedPair {
    let name = try expanded(tables.pairs[index].name, state.scope, site)
    guard let value = tables.pairs[index].value else { return ExpandedPair(name: name, value: .none) }
    return ExpandedPair(name: name, value: try expanded(value, state.scope, site))
  }

  private mutating func set(_ pair: ExpandedPair, _ index: Int, _ node: NodePointer, _ site: Site) {
    checkFormat(index, node, site)
    checkSecret("ENV", pair.name, tables.pairs[index].name, site)
    variables.setEnvironment(pair.name, pair.value, at: &state.scope.root)
  }

  mutating func checkLabels(_ pairs: Pairs, _ node: NodePointer, _ site: Site) throws(LintError) {
    for index in pairs.pairs.indices { _ = try expanded(index, site) }
    for index in pairs.pairs.indices { checkFormat(index, node, site) }
  }

  /// An ARG's value: its default, else that of the global ARG. Each sees those before it in the line.
  mutating func setArguments(_ pairs: Pairs, _ site: Site) throws(LintError) {
    for index in pairs.pairs.indices {
      let word = tables.pairs[index].name
      let name = tables.bytes(word)
      checkSecret("ARG", name, word, site)
      var value: Bytes?
      if let written = tables.pairs[index].value {
        value = try expanded(written, state.scope, site)
      } else {
        value = variables.value(of: name, in: globalScope)
      }
      if let value, !Predefined.isScannerArgument(name) {
        let isPath = !state.isWindows && name.equals("PATH")
        let found = variables.setArgument(name, value, isPath: isPath, at: &state.scope.root)
        if let found { hidden.append(UInt32(truncatingIfNeeded: found)) }
      } else {
        variables.declare(name, at: &state.scope.root)
      }
    }
  }
}
