package import DockerfileSyntax

extension JudgedImage {
  /// The instruction behind an origin; a trigger's own where ONBUILD fired it.
  package func instruction(at origin: Origin) -> Instruction {
    let instruction = document.instructions[origin.instruction]
    guard origin.isTrigger, case .onBuild(let onBuild) = instruction else { return instruction }
    return document.triggers[onBuild.trigger].instruction
  }

  /// The line, counted from 1, of a node.
  package func line(of origin: Origin) -> Int { Int(document.nodes[origin.instruction].startLine) }

  /// How the effective user came to be: `USER ${APP_USER} → ARG line 9 → node`; the value alone where nothing is
  /// to follow.
  package var userTrace: String {
    guard let origin = state.origins[.user], case .user(let argument) = instruction(at: origin) else {
      return image.user
    }
    let written = document.string(argument.word)
    guard written != image.user else { return image.user }
    var steps = ["USER \(written)"]
    for name in Self.variables(in: written) {
      guard let setter = state.variableOrigins[name] else { continue }
      steps.append("\(keyword(setter)) line \(line(of: setter))")
    }
    steps.append(image.user.isEmpty ? "nothing" : image.user)
    return steps.joined(separator: " → ")
  }

  private func keyword(_ origin: Origin) -> String {
    document.string(document.nodes[origin.instruction].keyword).uppercased()
  }

  /// The names behind `$` in a word.
  static func variables(in text: String) -> [String] {
    text.split(separator: "$").dropFirst(text.hasPrefix("$") ? 0 : 1).map { part in
      String(part.drop { $0 == "{" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }
  }
}
