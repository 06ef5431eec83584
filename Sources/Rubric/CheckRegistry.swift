/// The checks that rubrics may ask for.
package struct CheckRegistry: Sendable {
  package static let standard = CheckRegistry([
    .baseImage,
    .baseKind,
    .buildArgument,
    .buildPlatform,
    .buildToolsAbsent,
    .builderStage,
    .cacheMount,
    .certificatesPresent,
    .contributingStages,
    .copiedFrom,
    .copiedFromImage,
    .copyOverAdd,
    .copyOwnership,
    .declaredVolume,
    .dependencyLayer,
    .directProcess,
    .environmentVariable,
    .execFormCommand,
    .executableFile,
    .exposedPort,
    .filesAbsent,
    .filesInImage,
    .healthcheck,
    .healthcheckProbe,
    .healthcheckTiming,
    .ignoreFile,
    .installedPackages,
    .knownPrograms,
    .labelsSet,
    .layerOrder,
    .lintClean,
    .livingRelease,
    .lockedInstall,
    .lockfileCopied,
    .matchingLibraries,
    .matchingRelease,
    .neededPackages,
    .needsStage,
    .noSecrets,
    .noSourceTree,
    .nodeEnvironment,
    .nonRootUser,
    .openAddress,
    .packageCacheClean,
    .pinnedBase,
    .productionDependencies,
    .productionStage,
    .programsAbsent,
    .programsPresent,
    .reachableStages,
    .rootWorkFirst,
    .runnableCommand,
    .runsAs,
    .runsProgram,
    .runsTests,
    .sameLayerRemoval,
    .secretMount,
    .shellInImage,
    .smallDependencies,
    .stageComments,
    .stageCount,
    .stageExists,
    .stageNames,
    .startProgram,
    .startsFrom,
    .staticBinary,
    .stopSignal,
    .targetArchitecture,
    .targetSkips,
    .unmovedCopy,
    .unprivilegedPorts,
    .userExists,
    .workingDirectory,
    .writablePath,
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
