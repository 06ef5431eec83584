import DockerfileSyntax
import ShellSyntax

extension JudgedImage {
  /// The lockfiles one of which an install needs, where its stage is known to hold none of them; nil where one is there
  /// or may be.
  package func missingLockfiles(of install: NodeModules) -> [String]? {
    guard let image = stageImage(install.origin.stage),
      let item = image.state.files.items.first(where: { $0.modules?.origin == install.origin })
    else { return nil }
    let names = Self.lockfiles(of: install.manager)
    let folder = PathText.parent(item.path)
    let paths = names.map { PathText.join(folder, $0) }
    guard let command = image.state.commands.first(where: { $0.origin == install.origin }) else { return nil }
    // Mounts show files that no COPY brings, and what stands before the install in its RUN may make them.
    if image.mounts(of: command).contains(where: { mount in
      mount.mount.type == .bind && paths.contains { path in mount.target.map { PathText.contains($0, path) } ?? true }
    }) {
      return nil
    }
    if image.isMade(before: install, in: command, any: paths) { return nil }
    let isMissing = paths.allSatisfy { path in
      if case .absent = image.presence(of: path, before: install.origin.instruction) { true } else { false }
    }
    return isMissing ? names : nil
  }

  /// Whether the RUN of an install may have made one of some files before it: `npm init -y && npm ci`.
  private func isMade(before install: NodeModules, in command: RunCommand, any paths: [String]) -> Bool {
    for execution in command.trace.executions {
      let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
      if range == install.range { return false }
      let reach = CommandReach(execution, in: command.directory)
      if paths.contains(where: { reach.mayMake($0) }) { return true }
    }
    return false
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
