import BuildModel
import Diagnostics
import DockerfileSyntax

/// What stands at a column.
extension Explainer {
  func mark(_ column: Int, _ line: Int, in context: InstructionContext, _ found: inout Explanation) {
    let node = context.node
    guard let offset = offset(column, line) else {
      found.notes.insert("Line \(line) has no column \(column).", at: 0)
      return
    }
    let inside: (SourceRange) -> Bool = { $0.offsets.contains(offset) }
    if inside(node.keyword.range) {
      found.mark = CaretRenderer.Mark(node.keyword.range, label: "the instruction", isPrimary: true)
    } else if let flag = document[node.flags].first(where: { inside($0.range) }) {
      found.mark = CaretRenderer.Mark(flag.range, label: context.label(of: flag), isPrimary: true)
    } else if let command = found.commands.last(where: { inside($0.range) }) {
      found.mark = CaretRenderer.Mark(command.range, label: command.meaning ?? "a command", isPrimary: true)
    } else if let word = document[node.arguments].first(where: { inside($0.range) }) {
      found.mark = CaretRenderer.Mark(word.range, label: context.label(of: word), isPrimary: true)
    }
  }

  /// The byte at a column, which counts Unicode scalars from 1.
  private func offset(_ column: Int, _ line: Int) -> Int? {
    let range = lines.range(ofLine: line).offsets
    guard column >= 1, column <= lines.position(at: range.upperBound).column else { return nil }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if lines.position(at: middle).column < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension InstructionContext {
  /// What there is to say, by the kind of the instruction.
  func points() -> Points {
    switch instruction {
    case .from(let from): return explain(from: from)
    case .run(let run): return explain(run: run)
    case .cmd(let command): return explain(cmd: command)
    case .entrypoint(let command): return explain(entrypoint: command)
    case .shell(let command): return explain(shell: command)
    case .copy(let copy): return explain(copy: copy, isAdd: false)
    case .add(let copy): return explain(copy: copy, isAdd: true)
    case .env(let pairs): return explain(env: pairs)
    case .label(let pairs): return explain(label: pairs)
    case .arg(let pairs): return explain(arg: pairs)
    case .expose(let arguments): return explain(expose: arguments)
    case .volume(let arguments): return explain(volume: arguments)
    case .user(let argument): return explain(user: argument)
    case .workdir(let argument): return explain(workdir: argument)
    case .stopSignal(let argument): return explain(stopSignal: argument)
    case .maintainer(let argument): return explain(maintainer: argument)
    case .healthcheck(let healthcheck): return explain(healthcheck: healthcheck)
    case .onBuild(let onBuild): return explain(onBuild: onBuild)
    case .invalid:
      var points = Points()
      points.does = ["Docker refuses this instruction."]
      points.add(.refused, "There is no image: Docker refuses the build.")
      return points
    }
  }
}
