package import Classroom
package import Rubric

/// One run of real builds, from the search for an engine until nothing is left of them.
package struct BuildSession: Sendable {
  private let settings: EngineSettings
  private let plan: BuildPlan
  /// Beneath which folder it works; nil for the usual one.
  private let folder: String?

  package init(_ settings: EngineSettings, plan: BuildPlan, folder: String? = nil) {
    self.settings = settings
    self.plan = plan
    self.folder = folder
  }

  /// The results with what an engine says of each. They are built one after the other: each may use the whole machine.
  ///
  /// - Parameters:
  ///   - submissions: one for each result.
  ///   - progress: called before each build with its number.
  ///   - complain: called when something of a build could not be removed.
  /// - Throws: `EngineError`, or `Interrupted` when the task is cancelled. Everything is removed before.
  package func confirm(
    _ results: [SubmissionResult],
    of submissions: [Submission],
    progress: @Sendable (Int) -> Void = { _ in },
    complain: @Sendable (String) -> Void
  ) async throws -> [SubmissionResult] {
    let workplace: Workplace
    do {
      workplace = try Workplace(beneath: folder)
    } catch {
      throw EngineError(error.description)
    }
    var remover: [String] = []
    var found: Result<[SubmissionResult], any Error>
    do {
      let engine = try await EngineFinder.find(settings, in: workplace)
      remover = engine.remover
      found = await outcome { try await confirm(results, of: submissions, by: engine, workplace, progress) }
      await engine.close()
    } catch {
      found = .failure(error)
    }
    if let leftover = await workplace.remove(launcher: remover) { complain(leftover) }
    return try found.get()
  }

  private func confirm(
    _ results: [SubmissionResult],
    of submissions: [Submission],
    by engine: any ContainerEngine,
    _ workplace: Workplace,
    _ progress: @Sendable (Int) -> Void
  ) async throws -> [SubmissionResult] {
    let confirmer = BuildConfirmer(engine: engine, workplace: workplace, settings: settings, plan: plan)
    var confirmed = results
    for (index, submission) in zip(confirmed.indices, submissions) {
      progress(index + 1)
      confirmed[index].build = try await confirmer.confirm(confirmed[index], of: submission, number: index + 1)
    }
    return confirmed
  }

  private func outcome<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}

extension Submission {
  /// nil for standard input.
  var file: FilePath? {
    switch origin {
    case .file(let path), .found(let path): path
    case .standardInput, .unsearchable: nil
    }
  }
}
