import BuildModel
import DockerfileSyntax

/// What an engine does not know of a Dockerfile that Docker builds.
struct EngineGap: Sendable {
  /// `heredocs`: completes "does not know".
  let name: String
  /// Engines that lack it, with the first version that knows it; nil where none is known to.
  private let until: [EngineKind: [Int]?]
  private let test: @Sendable (JudgedImage) -> Bool

  private init(_ name: String, until: [EngineKind: [Int]?], test: @escaping @Sendable (JudgedImage) -> Bool) {
    self.name = name
    self.until = until
    self.test = test
  }

  /// What a file needs and an engine lacks.
  static func found(in image: JudgedImage, _ engine: EngineKind, version: String) -> [EngineGap] {
    all.filter { gap in
      guard let until = gap.until[engine], gap.test(image) else { return false }
      return until.map { EngineVersion.isOlder(version, than: $0) } ?? true
    }
  }

  /// All as seen with buildah 1.28, which podman 4.3 holds, and with docker 20.10.
  private static let all: [EngineGap] = [
    // An instruction of its own for each line of them, in whatever stage they stand.
    EngineGap("heredocs", until: [.buildah: [1, 33], .podman: [4, 8], .docker: [23]]) {
      $0.document.heredocs.count > 0
    },
    EngineGap("--start-interval of HEALTHCHECK", until: [.buildah: nil, .podman: nil, .docker: [25]]) { image in
      image.contains { if case .healthcheck(let check) = $0 { check.startInterval != nil } else { false } }
    },
    EngineGap(
      "flags of COPY and ADD but --from, --chown and --chmod",
      until: [.buildah: nil, .podman: nil, .docker: [23]]
    ) { image in
      image.contains {
        switch $0 {
        case .copy(let copy), .add(let copy): image.has(otherThan: ["from", "chown", "chmod"], in: copy.flags)
        default: false
        }
      }
    },
    EngineGap("flags of RUN but --mount", until: [.buildah: nil, .podman: nil, .docker: [23]]) { image in
      image.contains { if case .run(let run) = $0 { image.has(otherThan: ["mount"], in: run.flags) } else { false } }
    },
  ]
}

extension JudgedImage {
  /// Whether one of the stages that the image needs has such an instruction.
  fileprivate func contains(where test: (Instruction) -> Bool) -> Bool {
    build.neededStages.contains { stage in
      stage.syntax.instructions.contains { test(document.instructions[$0]) }
    }
  }

  fileprivate func has(otherThan names: Set<String>, in flags: Run32<Flag>) -> Bool {
    document[flags].contains { !names.contains(document.string($0.name)) }
  }
}
