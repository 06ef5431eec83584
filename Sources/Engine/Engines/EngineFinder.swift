/// Finds the engine that was asked for, or the first one that works.
enum EngineFinder {
  /// - Throws: `EngineError`, or `Interrupted`.
  static func find(_ settings: EngineSettings, in workplace: Workplace) async throws -> any ContainerEngine {
    var complaints: [String] = []
    for kind in settings.kind.map({ [$0] }) ?? EngineKind.allCases {
      do {
        return try await open(kind, settings, workplace)
      } catch let error as EngineError {
        complaints.append("\(kind.rawValue): \(error.description)")
      } catch let error as Workplace.Failure {
        throw EngineError(error.description)
      }
    }
    if settings.kind == nil {
      throw EngineError(
        "--build needs buildah, podman or docker, and none of them can be used here:\n  "
          + complaints.joined(separator: "\n  ")
      )
    }
    throw EngineError("--build cannot use " + complaints.joined())
  }

  private static func open(
    _ kind: EngineKind,
    _ settings: EngineSettings,
    _ workplace: Workplace
  ) async throws -> any ContainerEngine {
    let runner = ProgramRunner()
    switch kind {
    case .buildah, .podman:
      return try await ContainersEngine(kind, settings: settings, workplace: workplace, runner: runner)
    case .docker: return try await DockerEngine(settings: settings, workplace: workplace, runner: runner)
    }
  }
}
