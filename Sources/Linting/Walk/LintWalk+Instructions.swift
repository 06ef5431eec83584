import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// What BuildKit checks while it reads the instructions, up to the first that it refuses.
  /// - Returns: how the keywords are written.
  mutating func checkInstructions() throws(LintError) -> CasingCount {
    let problem = tables.document.problems.first
    var casing = CasingCount()
    var hasFrom = false
    for index in tables.nodes.indices {
      let node = tables.nodes[index]
      switch node.kind {
      case .from:
        hasFrom = true
        checkFrom(index, node)
      case .maintainer: checkMaintainer(node)
      case .arg: if !node.comments.isEmpty { checkArgumentDescription(index) }
      case .onbuild: hasTriggers = true
      default: break
      }
      if let problem, isRefused(index, hasFrom: hasFrom) { throw LintError(problem) }
      if hasFrom { casing.count(tables.bytes(node.keyword)) }
    }
    if let problem { throw LintError(problem) }
    return casing
  }

  private func isRefused(_ index: Int, hasFrom: Bool) -> Bool {
    if case .invalid = tables.instructions[index] { return true }
    return !hasFrom && tables.nodes[index].kind != .arg
  }

  private mutating func checkFrom(_ index: Int, _ node: Node) {
    guard node.arguments.count >= 3 else { return }
    let site = site(node)
    let arguments = node.arguments.indices
    let second = tables.words[arguments.lowerBound + 1]
    let third = tables.words[arguments.lowerBound + 2]
    if arguments.count == 3 { checkStageNameCasing(third, site) }
    checkFromAsCasing(node, as: second, site)
    if !node.comments.isEmpty { checkStageDescription(index, site) }
  }
}
