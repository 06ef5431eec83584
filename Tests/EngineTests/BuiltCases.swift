import Classroom
import Engine
import Rubric
import TestKit

/// The cases built, all that share a target and arguments in one session.
enum BuiltCases {
  private static let built = Task { try await build(AgreementTests.cases + GapTests.cases) }

  static func confirmation(of item: BuildCase) async throws -> BuildConfirmation? {
    try await built.value[item.name]
  }

  private struct Options: Hashable {
    var target: String?
    var arguments: [String: String]
  }

  private static func build(_ cases: [BuildCase]) async throws -> [String: BuildConfirmation] {
    let images = try Fixture.images()
    var found: [String: BuildConfirmation] = [:]
    let groups = Dictionary(grouping: cases) { Options(target: $0.target, arguments: $0.arguments) }
    for (options, cases) in groups {
      let plan = try Fixture.plan(target: options.target, arguments: options.arguments)
      let results = try cases.map { try Fixture.result(try $0.bytes(), name: $0.name, plan) }
      let session = BuildSession(EngineSettings(kind: .buildah), plan: plan, folder: images.workFolder)
      let confirmed = try await session.confirm(
        results,
        of: cases.map { Submission(name: $0.name, origin: .standardInput) },
        complain: { print("left behind: \($0)") }
      )
      for (item, result) in zip(cases, confirmed) { found[item.name] = result.build }
    }
    return found
  }
}
