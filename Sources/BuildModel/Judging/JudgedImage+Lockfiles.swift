extension JudgedImage {
  /// The lockfiles one of which an install needs, where its stage is known to hold none of them; nil where one is there
  /// or may be.
  package func missingLockfiles(of install: NodeModules) -> [String]? {
    guard let image = stageImage(install.origin.stage),
      let item = image.state.files.items.first(where: { $0.modules?.origin == install.origin })
    else { return nil }
    let names = Self.lockfiles(of: install.manager)
    let folder = PathText.parent(item.path)
    // Mounts show files that no COPY brings.
    let isMounted = image.state.commands.contains { $0.origin == install.origin && !image.mounts(of: $0).isEmpty }
    if isMounted { return nil }
    let isMissing = names.allSatisfy { name in
      if case .absent = image.presence(of: PathText.join(folder, name)) { true } else { false }
    }
    return isMissing ? names : nil
  }

  /// nil where Docker would refuse the stage, which the target needs and therefore cannot be.
  private func stageImage(_ stage: Int) -> JudgedImage? {
    do throws(BuildError) {
      return try judging(stage: stage)
    } catch {
      return nil
    }
  }

  private static func lockfiles(of manager: PackageManager) -> [String] {
    switch manager {
    case .npm: ["package-lock.json", "npm-shrinkwrap.json"]
    case .pnpm: ["pnpm-lock.yaml"]
    case .bun: ["bun.lock", "bun.lockb"]
    case .yarn, .yarnClassic, .yarnBerry: ["yarn.lock"]
    }
  }
}
