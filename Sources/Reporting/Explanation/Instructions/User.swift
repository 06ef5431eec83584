import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// USER: who runs what follows, and the container.
  func explain(user argument: Argument) -> Points {
    var points = Points()
    let user = value(0, argument.word)
    points.steps = wordSteps()
    let (name, group) = Self.parts(user)
    if user.isEmpty {
      points.does.append("Sets the user to nothing, because the value is empty: what follows runs as root.")
    } else {
      let number = Int(name) != nil ? " (a number needs no entry in /etc/passwd)" : ""
      let group = group.map { ", group \(quoted($0))" } ?? ""
      points.does.append("Sets the user to \(quoted(name))\(number)\(group), for what follows and for containers.")
    }
    let runs = reach(of: [.run])
    points.does.append(
      runs.isEmpty
        ? "No RUN follows it in this stage." : "RUN at \(lines(runs)) run\(runs.count == 1 ? "s" : "") as this user."
    )
    if !reach(of: [.copy, .add]).isEmpty {
      points.notes.append("COPY and ADD below still make files of root; --chown gives them to another.")
    }
    settle(.user, as: "user", &points)
    guard let image, isOwn, points.effect == .final else { return points }
    switch image.user.identity {
    case .root: points.notes.append("This is root: containers run with all of its rights.")
    case .other where !image.user.isNumeric && !image.state.users.has(name) && image.state.users.isComplete:
      points.notes.append("No user \(quoted(name)) is known in this image: a container cannot start.")
    case .other, .unknown: break
    }
    return points
  }

  private static func parts(_ user: String) -> (name: String, group: String?) {
    let parts = user.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
  }
}
