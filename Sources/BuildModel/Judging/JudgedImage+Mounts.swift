package import DockerfileSyntax

extension JudgedImage {
  /// A mount of a RUN, as written.
  package struct RunMount: Sendable {
    package var mount: Mount
    package var origin: Origin
    /// Where a cache or a secret appears; nil where a variable decides.
    package var target: String?
  }

  /// The mounts of the RUNs that make the image, in the order in which they run.
  package var mounts: [RunMount] { state.commands.flatMap(mounts) }

  /// The mounts of one RUN.
  package func mounts(of command: RunCommand) -> [RunMount] {
    guard case .run(let run) = instruction(at: command.origin) else { return [] }
    do throws(OptionError) {
      return try document.mounts(of: run).map { mount in
        RunMount(mount: mount, origin: command.origin, target: target(of: mount, in: command.directory))
      }
    } catch {
      // The values of variables may be needed to read them.
      return []
    }
  }

  private func target(of mount: Mount, in directory: String) -> String? {
    if mount.target.utf8.contains(UInt8(ascii: "$")) { return nil }
    if mount.target.isEmpty, mount.type == .secret { return "/run/secrets/\(mount.id)" }
    return PathText.join(directory, mount.target)
  }
}
