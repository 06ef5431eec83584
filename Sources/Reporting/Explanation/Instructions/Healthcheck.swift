import BuildModel
import DockerfileSyntax
import Rubric

extension InstructionContext {
  /// HEALTHCHECK: how Docker asks whether a container is well.
  func explain(healthcheck: Healthcheck) -> Points {
    var points = Points()
    guard let probe = healthcheck.probe else {
      points.does.append("Turns health checks off, those of the base image included.")
      settle(.healthcheck, as: "health check", &points)
      if points.effect == .final { points.image = ["The image has no health check."] }
      return points
    }
    points.does.append(test(probe))
    points.does.append(times(healthcheck))
    settle(.healthcheck, as: "health check", &points)
    guard points.effect == .final, let found = image?.healthProbe else { return points }
    for program in found.missing {
      points.notes.append("\(quoted(program.name)) is not in the image: the check fails every time.")
    }
    if found.asksNothing { points.notes.append("It says the same whatever the application does.") }
    return points
  }

  private func test(_ probe: CommandForm) -> String {
    switch probe {
    case .exec(let words):
      let words = document.strings(words)
      return
        "Docker runs `\(TraceText.cut(TraceText.words(words)))` in the container (exec form): 0 is healthy, 1 is not."
    case .shell(let word):
      return "Docker runs `\(TraceText.cut(string(word)))` in the container by its shell: 0 is healthy, 1 is not."
    }
  }

  private func times(_ healthcheck: Healthcheck) -> String {
    let interval = DurationText.short(healthcheck.interval ?? 30_000_000_000)
    let timeout = DurationText.short(healthcheck.timeout ?? 30_000_000_000)
    var text = "Every \(interval)\(healthcheck.interval == nil ? " (the default)" : ""); no answer in \(timeout) "
    text += "\(healthcheck.timeout == nil ? "(the default) " : "")is a failure, and "
    let retries = healthcheck.retries ?? 3
    text += retries == 1 ? "one failure makes" : "\(retries) failures in a row make"
    text += " the container unhealthy."
    if let start = healthcheck.startPeriod {
      text += " In the first \(DurationText.short(start)) failures do not count."
    }
    if let interval = healthcheck.startInterval {
      text += " Until then it asks every \(DurationText.short(interval))."
    }
    return text
  }
}
