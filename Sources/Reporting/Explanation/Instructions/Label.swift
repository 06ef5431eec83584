import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// LABEL: metadata.
  func explain(label pairs: Pairs) -> Points {
    var points = Points()
    let found = labels()
    for (name, value) in found {
      points.does.append("Labels the image: \(quoted(name)) is \(value.isEmpty ? "empty" : quoted(value)).")
    }
    points.steps = wordSteps()
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
      return points
    }
    var isFinal = false
    for (name, _) in found {
      let changes = target?.labels[ExactText(name)] ?? []
      guard let index = changes.lastIndex(where: { $0.origin == origin }) else { continue }
      if let next = changes[(index + 1)...].first, let by = next.origin {
        points.image.append("\(quoted(name)): \(text.instruction(by)) overrides it.")
      } else {
        isFinal = true
      }
    }
    if isFinal { points.image.insert("Labels are in the image's configuration; they make no layer.", at: 0) }
    points.effect = isFinal ? .final : .overridden
    return points
  }

  private func labels() -> [(name: String, value: String)] {
    trace.labels.sorted { $0.key < $1.key }.compactMap { name, changes in
      changes.last { $0.origin == origin }.map { (name.text, $0.value?.first ?? "") }
    }
  }
}
