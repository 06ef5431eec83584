import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// ONBUILD: an instruction that waits for those who start from here.
  func explain(onBuild: OnBuild) -> Points {
    var points = Points()
    points.does.append("Keeps \(quoted(string(onBuild.expression))) for later: here it does nothing.")
    points.does.append("It fires once, right after the FROM of every stage or image that starts from this one.")
    if let problem = document.triggers[onBuild.trigger].problem {
      points.notes.append("Docker refuses the build when it fires: \(problem.message).")
    }
    let children = document.stages.indices.filter { child in
      let name = document.string(document.stages[child].from.base)
      return child > origin.stage && name == stageName(origin.stage)
    }
    if !children.isEmpty { points.notes.append("It fires in \(list(children.map(stageName))).") }
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
    } else if origin.stage == trace.stage, image?.stage.index == origin.stage {
      points.add(.final, "The image carries it for those who build on it.")
    } else {
      points.add(.build, "The image does not carry it: a trigger is not inherited beyond the stage where it fires.")
    }
    return points
  }
}
