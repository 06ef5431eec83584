import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// ARG: a variable of the build, above the first FROM or in a stage.
  func explain(arg pairs: Pairs) -> Points {
    var points = Points()
    let settings = trace.settings(of: origin)
    for pair in document[pairs.pairs] {
      let name = string(pair.name)
      points.does.append(declared(name, settings.last { $0.name == name }))
    }
    points.steps = settings.map { trace.steps(of: $0) }.filter { $0.count > 1 }
    let isGlobal = document.globalArguments.contains(origin.instruction)
    let users = users(isGlobal: isGlobal).map { Int(document.nodes[$0].startLine) }
    if !users.isEmpty { points.notes.append("Used at \(lines(users)).") }
    if isGlobal {
      points.does.append(
        "Above the first FROM it is seen by FROM lines alone; a stage that wants it declares it again."
      )
    } else {
      points.does.append("Every RUN below in this stage sees it in its environment.")
    }
    if let (effect, words) = elsewhere(), !isGlobal {
      points.add(effect, words)
    } else if image == nil {
      points.add(.refused, "There is no image: Docker refuses the build.")
    } else {
      points.add(.build, "It is a variable of the build alone: no part of the image's environment.")
      if !isGlobal {
        points.notes.append("Values that a RUN used can be read in the image's history: no place for secrets.")
      }
    }
    return points
  }

  /// More stages than this are not searched.
  private static let mostStages = 64

  /// What uses a global ARG may stand in any stage.
  private func users(isGlobal: Bool) -> [Int] {
    guard isGlobal else { return trace.users(of: origin) }
    let stages = document.stages.indices.prefix(Self.mostStages)
    let found = stages.flatMap { ConfigurationTrace(of: $0, in: document, options: options).users(of: origin) }
    return Set(found).sorted()
  }

  private func declared(_ name: String, _ setting: VariableSetting?) -> String {
    guard let setting else { return "Declares \(quoted(name)), which has no value: it stays unset." }
    let value = quoted(setting.value)
    switch setting.cause {
    case .buildArgument: return "Declares \(quoted(name)); the build argument makes it \(value)."
    case .globalArgument(let index):
      let place = trace.settings[index].origin.map { "the value of the ARG above the first FROM (\(text.line($0)))" }
      return "Declares \(quoted(name)) and takes \(place ?? "BuildKit's own value"): \(value)."
    case .written: return "Declares \(quoted(name)), \(value) unless --build-arg says otherwise."
    case .baseImage, .builder: return "Declares \(quoted(name)): \(value)."
    }
  }
}
