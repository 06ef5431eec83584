import Diagnostics
import DockerfileSyntax

extension LintRule.Definition {
  static let invalidDefinitionDescription = Self(
    name: "InvalidDefinitionDescription",
    summary: "A comment right above a stage or an argument begins with its name, as its description.",
    page: "invalid-definition-description",
    isExperimental: true
  )
}

extension LintWalk {
  mutating func checkStageDescription(_ index: Int, _ site: Site) {
    guard makes(.invalidDefinitionDescription, site),
      case .from(let from) = tables.instructions[index], let name = from.name
    else { return }
    let lowered = DockerText.lower(tables.bytes(name))
    checkDescription("FROM", [lowered], tables.node(index), site)
  }

  /// Of ARG, above the first FROM as well.
  mutating func checkArgumentDescription(_ index: Int) {
    let node = tables.node(index)
    let site = site(node)
    guard makes(.invalidDefinitionDescription, site),
      case .arg(let arguments) = tables.instructions[index]
    else { return }
    let names = arguments.pairs.indices.map { tables.string(tables.pairs[$0].name) }
    checkDescription("ARG", names, node, site)
  }

  private mutating func checkDescription(
    _ instruction: StaticString,
    _ names: [String],
    _ node: NodePointer,
    _ site: Site
  ) {
    guard let last = node.pointee.comments.indices.last, let first = names.first else { return }
    let comment = tables.comments[last]
    let word = tables.bytes(comment).prefix { $0 != 0x20 }
    if names.contains(where: { $0.utf8.elementsEqual(word) }) { return }
    let example = names.count > 1 ? "<arg_key>" : first
    report(.invalidDefinitionDescription, site, at: tables.document.range(of: comment)) { text in
      text.append("Comment for ")
      text.append(instruction)
      text.append(" should follow the format: `# ")
      text.append(example)
      text.append(" <description>`")
    }
  }
}
