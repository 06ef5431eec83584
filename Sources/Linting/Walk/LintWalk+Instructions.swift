import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// What BuildKit checks while it reads the instructions, up to the first that it refuses.
  /// - Returns: how the keywords are written.
  mutating func checkInstructions() throws(LintError) -> CasingCount {
    let problem = hasProblems ? tables.document.problems.first : nil
    var casing = CasingCount()
    var hasFrom = false
    for index in 0..<tables.nodes.count {
      let node = tables.node(index)
      switch node.pointee.kind {
      case .from:
        hasFrom = true
        if node.pointee.arguments.count >= 3 { checkFrom(index, node) }
      case .maintainer: checkMaintainer(node)
      case .arg: if !node.pointee.comments.isEmpty { checkArgumentDescription(index) }
      case .onbuild: hasTriggers = true
      default: break
      }
      if let problem, isRefused(index, hasFrom: hasFrom) { throw LintError(problem) }
      guard hasFrom else { continue }
      casing.count(tables.bytes(node.pointee.keyword))
      if !node.pointee.flags.isEmpty { flagged.append(UInt32(truncatingIfNeeded: index)) }
    }
    if let problem { throw LintError(problem) }
    return casing
  }

  private func isRefused(_ index: Int, hasFrom: Bool) -> Bool {
    if case .invalid = tables.instructions[index] { return true }
    return !hasFrom && tables.nodes[index].kind != .arg
  }

  private mutating func checkFrom(_ index: Int, _ node: NodePointer) {
    let site = site(node)
    let arguments = node.pointee.arguments.indices
    let second = tables.words[arguments.lowerBound + 1]
    let third = tables.words[arguments.lowerBound + 2]
    if arguments.count == 3 { checkStageNameCasing(third, site) }
    checkFromAsCasing(node, as: second, site)
    if !node.pointee.comments.isEmpty { checkStageDescription(index, site) }
  }
}
