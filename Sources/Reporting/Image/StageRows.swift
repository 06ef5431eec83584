import BuildModel
import DockerfileSyntax

/// What each stage is for, in words.
struct StageRows {
  let image: JudgedImage
  let text: TraceText

  struct Row {
    var name: String
    var line: Int
    /// `target`, `base`, `gives`, `supports`, `dead`
    var role: String
    var words: String
  }

  func rows() -> [Row] {
    zip(image.build.stages, image.roles).map { stage, role in
      Row(name: stage.displayName, line: stage.fromLine, role: Self.id(role), words: words(role, stage))
    }
  }

  func words(_ role: StageRole, _ stage: Stage) -> String {
    switch role {
    case .target: return "is the one that is built; its end is the image"
    case .base: return "is where the image starts from"
    case .gives(let origins):
      let own = origins.filter { image.isOwn($0) }
      let lines = own.prefix(4).map { text.instruction($0) }.joined(separator: ", ")
      return "gives \(paths(of: stage.index)) to the image (\(lines))"
    case .supports(let users):
      let names = list(users.map { image.build.stages[$0].displayName })
      return "runs because \(names) \(users.count == 1 ? "needs" : "need") it; nothing of it is in the image"
    case .dead: return "is never run for this target"
    }
  }

  /// What of a stage is in the image, by its paths there.
  func paths(of stage: Int) -> String {
    var paths: [String] = []
    for item in image.state.files.items where item.lineage.contains(stage) && !paths.contains(item.path) {
      paths.append(item.path)
    }
    guard !paths.isEmpty else { return "files through a mount" }
    return paths.prefix(4).joined(separator: ", ") + (paths.count > 4 ? " and \(paths.count - 4) more" : "")
  }

  static func id(_ role: StageRole) -> String {
    switch role {
    case .target: "target"
    case .base: "base"
    case .gives: "gives"
    case .supports: "supports"
    case .dead: "dead"
    }
  }
}
