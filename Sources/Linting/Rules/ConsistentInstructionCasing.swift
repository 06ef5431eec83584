import DockerfileSyntax

extension LintRule.Definition {
  static let consistentInstructionCasing = Self(
    name: "ConsistentInstructionCasing",
    summary: "All instructions of a file are written alike: in small letters, or in capitals.",
    page: "consistent-instruction-casing"
  )
}

extension LintWalk {
  /// Judges every instruction from the first FROM on by the majority; capitals win a tie.
  mutating func checkCasing(_ count: CasingCount) {
    let wanted: Casing = count.isSmallMajority ? .small : .large
    let name: StaticString = count.isSmallMajority ? "lowercase" : "uppercase"
    var hasFrom = false
    for index in 0..<tables.nodes.count {
      let node = tables.node(index)
      if node.pointee.kind == .from { hasFrom = true }
      let keyword = tables.bytes(node.pointee.keyword)
      guard hasFrom, Casing(keyword) != wanted else { continue }
      report(.consistentInstructionCasing, plainSite(node), at: node.pointee.keyword.range) { text in
        text.append("Command '")
        text.append(shown: keyword)
        text.append("' should match the case of the command majority (")
        text.append(name)
        text.append(")")
      }
    }
  }
}
