/// The checks that rubrics may ask for.
package struct CheckRegistry: Sendable {
  package static let standard = CheckRegistry([
    .builderStage,
    .copyOwnership,
    .execFormCommand,
    .healthcheck,
    .healthcheckProbe,
    .ignoreFile,
    .layerOrder,
    .livingRelease,
    .noSecrets,
    .noSourceTree,
    .nodeEnvironment,
    .nonRootUser,
    .pinnedBase,
    .productionDependencies,
    .productionStage,
    .smallDependencies,
    .stageNames,
    .userExists,
  ])

  /// In byte order of their ids.
  package let checks: [Check]
  private let byID: [String: Check]

  package init(_ checks: [Check]) {
    self.checks = checks
    byID = Dictionary(uniqueKeysWithValues: checks.map { ($0.id, $0) })
  }

  package subscript(id: String) -> Check? { byID[id] }

  package var ids: [String] { checks.map(\.id) }
}
