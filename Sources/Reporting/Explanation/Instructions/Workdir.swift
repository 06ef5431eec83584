import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// WORKDIR: the folder of what follows, made where it is not there.
  func explain(workdir argument: Argument) -> Points {
    var points = Points()
    let written = value(0, argument.word)
    let before = surroundings.directory
    let path = written.hasPrefix("/") ? PathText.clean(written) : PathText.join(before, written)
    points.steps = wordSteps()
    points.does.append("Makes \(quoted(path)) where it is not there, and works in it from here on.")
    if !written.hasPrefix("/") {
      let open = trace.base.isUnknown && trace.fields[.workingDirectory]?.first?.origin == origin
      points.does.append(
        open
          ? "The path is relative: it goes on from the folder of \(trace.base.name), which is not known."
          : "The path is relative: it goes on from \(quoted(before))."
      )
    }
    let users = reach(of: [.run, .copy, .add])
    if !users.isEmpty { points.does.append("Relative paths at \(lines(users)) count from there.") }
    settle(.workingDirectory, as: "working directory", &points)
    if points.effect == .final || points.effect == .overridden, path != "/" {
      points.notes.append("It makes a layer, because it may have to make the folder.")
    }
    return points
  }
}
