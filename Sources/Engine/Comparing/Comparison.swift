import BuildModel
import Rubric

/// What was expected of an image beside what was built.
struct Comparison {
  let engine: EngineKind
  let image: JudgedImage
  let expected: ImageConfiguration
  let built: ImageConfiguration
  /// What the facts know of the base image, where it is another one on this machine.
  let judged: ImageConfiguration
  /// nil for an image from scratch.
  let base: ImageConfiguration?

  var fields: [BuildConfirmation.Field] {
    ConfigurationField.allCases.map { field in
      let (status, reason) = verdict(on: field)
      return BuildConfirmation.Field(
        name: field.rawValue,
        status: status,
        expected: field.text(of: expected),
        built: field.text(of: built),
        reason: reason
      )
    }
  }

  private func verdict(on field: ConfigurationField) -> (BuildConfirmation.Field.Status, String?) {
    if built.untold.contains(field.rawValue) { return (.notComparable, "\(engine.rawValue) does not tell it") }
    let wanted = field.text(of: expected)
    let found = field.text(of: built)
    if wanted == found { return field == .user ? user : (.agrees, nil) }
    if let deviation = EngineDeviation.all.first(where: { $0.explains(field, self) }) {
      return (.deviates, deviation.reason)
    }
    if let base, !base.onBuild.isEmpty {
      return (.notComparable, "the base image brings ONBUILD instructions of its own")
    }
    return (.contradicts, nil)
  }

  /// The checks have judged by the facts: a base image with another user would have had another verdict.
  private var user: (BuildConfirmation.Field.Status, String?) {
    guard image.base.facts != nil, judged.user != built.user else { return (.agrees, nil) }
    let name = judged.user.isEmpty ? "root" : judged.user
    return (.contradicts, "the base image on this machine has another user than the facts say, \(name)")
  }
}
