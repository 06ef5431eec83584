package import DockerfileSyntax

/// A mount of a RUN: its command sees files that no layer keeps.
package struct RunMount: Sendable {
  /// With the values of its variables, where the build runs the command.
  package var mount: Mount
  /// Where a bind takes its files from; nil for the build context, and for what is no bind.
  package var source: StageReference.Source?
  package var origin: Origin
  /// Where it appears; absolute. nil for what is no file, as a secret in a variable, and where variables decide.
  package var target: String?
}

extension JudgedImage {
  /// The mounts of the RUNs that make the image, in the order in which they run.
  package var mounts: [RunMount] { state.commands.flatMap(mounts) }

  /// The mounts of one RUN of the build.
  package func mounts(of command: RunCommand) -> [RunMount] {
    command.mounts.map { mount in
      RunMount(
        mount: mount,
        source: source(of: mount, in: command.origin.stage),
        origin: command.origin,
        target: Self.target(of: mount, in: command.directory)
      )
    }
  }

  /// The mounts of a RUN that the build may never run: then its variables are left as they are written.
  package func mounts(of run: Run, at origin: Origin) -> [RunMount] {
    if let command = build.states[origin.stage]?.commands.last(where: { $0.origin == origin }) {
      return mounts(of: command)
    }
    return written(run).map { mount in
      let isOpen = mount.target.utf8.contains(UInt8(ascii: "$")) || mount.target.utf8.first != UInt8(ascii: "/")
      let target = isOpen ? nil : Self.target(of: mount, in: "/")
      return RunMount(mount: mount, source: source(of: mount, in: origin.stage), origin: origin, target: target)
    }
  }

  private func written(_ run: Run) -> [Mount] {
    do throws(OptionError) {
      return try document.mounts(of: run)
    } catch {
      // A value that only its variables make a good one.
      return document.unresolvedMounts(of: run)
    }
  }

  private func source(of mount: Mount, in stage: Int) -> StageReference.Source? {
    guard mount.type == .bind || mount.type == .cache, !mount.from.isEmpty else { return nil }
    let reference = build.stages[stage].references.first { $0.kind == .mount && $0.range == mount.range }
    if let reference { return reference.source }
    // Those of triggers stand in no reference.
    let name = mount.from.lowercased()
    return build.stages.last { $0.isNamed && $0.name == name }.map { .stage($0.index) } ?? .image(mount.from)
  }

  private static func target(of mount: Mount, in directory: String) -> String? {
    guard mount.target.isEmpty else { return PathText.join(directory, mount.target) }
    switch mount.type {
    case .secret where mount.env == nil:
      return "/run/secrets/\(mount.id.isEmpty ? PathText.lastComponent(mount.source) : mount.id)"
    case .secret, .ssh: return nil
    case .bind, .cache, .tmpfs: return directory
    }
  }
}
