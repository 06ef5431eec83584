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
    let name = count.isSmallMajority ? "lowercase" : "uppercase"
    var hasFrom = false
    for node in tables.nodes {
      if node.kind == .from { hasFrom = true }
      guard hasFrom, Casing(tables.bytes(node.keyword)) != wanted else { continue }
      report(.consistentInstructionCasing, plainSite(node), at: node.keyword.range) { [tables] in
        "Command '\(tables.string(node.keyword))' should match the case of the command majority (\(name))"
      }
    }
  }
}
