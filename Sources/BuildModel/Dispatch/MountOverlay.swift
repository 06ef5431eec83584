import DockerfileSyntax
import ShellSyntax

/// What the mounts of a RUN lay over the files of its stage for as long as it runs.
struct MountOverlay {
  private struct Layer {
    let target: String
    /// The stage whose files it shows; nil for others.
    let stage: Int?
    /// What it hides.
    let hidden: [FileItem]
  }
  private var layers: [Layer] = []

  init(_ mounts: [Mount], of step: DispatchStep, over state: StageState) {
    for mount in mounts where [.bind, .cache, .tmpfs].contains(mount.type) {
      let target = PathText.join(state.directory, mount.target)
      let stage = mount.type == .bind ? step.dispatcher.graph.stage(named: mount.from) : nil
      let layer = Layer(target: target, stage: stage, hidden: state.files.take(at: target))
      layers.append(layer)
      if let stage, let from = step.dispatcher.states[stage] {
        let copy = CopyStep(
          source: .stage(stage),
          sources: [mount.source],
          destination: target,
          isAdd: false,
          origin: step.origin
        )
        var placement = CopyPlacement(step: copy, intoFolder: false, keepsParents: false, excluded: [])
        placement.place(stage: stage, from, mount.source)
        for item in placement.items { state.files.place(item) }
      }
    }
  }

  /// What lies in a mount goes with it, and what it hid is there again.
  func lift(from state: StageState) {
    for layer in layers.reversed() {
      _ = state.files.take(at: layer.target)
      for item in layer.hidden { state.files.place(item) }
    }
  }

  /// The mounted stages that a command may take files from in a way that its words do not tell. Copies by `cp` are
  /// followed file by file.
  func stages(usedBy execution: Execution, in directory: String) -> [Int] {
    guard layers.contains(where: { $0.stage != nil }),
      let program = execution.words.first?.value.map(PathText.lastComponent),
      !Self.readers.contains(program), !FileCommands.programs.contains(program)
    else { return [] }
    return layers.compactMap { layer in
      guard let stage = layer.stage else { return nil }
      let isNamed = execution.words.contains { word in
        let path = PathText.join(directory, word.value ?? word.knownStart)
        return PathText.relative(path, in: layer.target) != nil || word.knownStart.contains(layer.target)
      }
      return isNamed || PathText.areNested(directory, layer.target) ? stage : nil
    }
  }

  /// Programs that take nothing out of a folder.
  private static let readers: Set<String> = [
    ":", "[", "cd", "diff", "du", "echo", "exit", "export", "false", "file", "find", "grep", "head", "ls", "mkdir",
    "printf", "pwd", "set", "sleep", "stat", "tail", "test", "touch", "true", "wc", "which",
  ]
}
