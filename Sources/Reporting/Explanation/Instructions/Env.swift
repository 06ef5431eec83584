import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// ENV: variables of what runs below, and of the image.
  func explain(env pairs: Pairs) -> Points {
    var points = Points()
    let settings = trace.settings(of: origin)
    for setting in settings {
      points.does.append("Sets \(quoted(setting.name)) to \(quoted(setting.value))\(meaning(setting)).")
    }
    points.steps = settings.map { trace.steps(of: $0) }.filter { $0.count > 1 }
    if document[pairs.pairs].contains(where: \.isLegacy) {
      points.notes.append("`ENV NAME value` without `=` takes the whole rest of the line as one value.")
    }
    let users = trace.users(of: origin).map { Int(document.nodes[$0].startLine) }
    if !users.isEmpty { points.notes.append("Used at \(lines(users)).") }
    let runs = reach(of: [.run])
    if !runs.isEmpty { points.notes.append("RUN at \(lines(runs)) see\(runs.count == 1 ? "s" : "") it.") }
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
      return points
    }
    settle(settings, &points)
    return points
  }

  private func settle(_ settings: [VariableSetting], _ points: inout Points) {
    guard let target else { return }
    var isFinal = false
    for setting in settings {
      let all = (target.environment[setting.name] ?? []).map { target.settings[$0] }
      guard let index = all.lastIndex(where: { $0.origin == origin }) else { continue }
      if let next = all[(index + 1)...].first, let by = next.origin {
        points.image.append("\(quoted(setting.name)): \(text.instruction(by)) overrides it with \(quoted(next.value)).")
        continue
      }
      isFinal = true
      points.image.append("\(quoted(setting.name)) is in the environment of every container of the image.")
      if index > 0 { points.notes.append(before(all[index - 1])) }
    }
    points.effect = isFinal ? .final : .overridden
  }

  private func before(_ setting: VariableSetting) -> String {
    let owner = setting.origin.map { "of \(text.line($0))" } ?? "of \(trace.base.name)"
    return "It takes the place of \(quoted(setting.name + "=" + setting.value)) \(owner)."
  }

  /// What a well-known variable does.
  private func meaning(_ setting: VariableSetting) -> String {
    switch setting.name {
    case "NODE_ENV" where setting.value == "production":
      return ": Node libraries run in production mode, and npm leaves development dependencies out"
    case "NODE_ENV": return ": only `production` to the letter makes npm leave development dependencies out"
    case "PATH": return ": where programs are looked for"
    case "CI": return ": tools ask no questions"
    default: return ""
    }
  }
}
