import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// EXPOSE: which ports the image speaks of.
  func explain(expose arguments: Arguments) -> Points {
    var points = Points()
    let ports = trace.words(of: origin).map(\.value).filter { !$0.isEmpty }
    points.steps = wordSteps()
    points.does.append("Says that containers listen on \(list(ports.map(quoted))); it opens nothing.")
    points.does.append("`docker run -P` publishes it on a free port of the host, `-p HOST:PORT` works without it, too.")
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
    } else {
      points.add(.final, "It is in the image's configuration; no later instruction can take it away.")
    }
    return points
  }

  /// VOLUME: folders whose contents live outside of the container.
  func explain(volume arguments: Arguments) -> Points {
    var points = Points()
    let paths = trace.words(of: origin).map(\.value)
    points.steps = wordSteps()
    points.does.append(
      "Every container gets an anonymous volume for \(list(paths.map(quoted))), unless one is mounted there."
    )
    points.does.append("What is in the folder by then is copied into the new volume.")
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
    } else {
      points.add(.final, "It is in the image's configuration; no later instruction can take it away.")
    }
    return points
  }
}
