package import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// Packages that the system's package managers bring into the image.
extension JudgedImage {
  package struct SystemInstall: Sendable {
    package var manager: String
    package var packages: [String]
    /// As it was written.
    package var text: String
    /// Of the command, in the file.
    package var range: SourceRange
    package var origin: Origin
    /// The manager's lists and downloads do not stay in the layer.
    package var leavesNoCache: Bool
  }

  /// In the order in which they run.
  package var systemInstalls: [SystemInstall] {
    state.commands.flatMap { command in
      command.trace.executions.indices.compactMap { install(at: $0, in: command) }
    }
  }

  private func install(at index: Int, in command: RunCommand) -> SystemInstall? {
    let execution = command.trace.executions[index]
    guard let found = PackageInstall(execution.words[...]), !found.isRemoval,
      let manager = execution.words.first?.value.map(PathText.lastComponent)
    else { return nil }
    let flags = execution.words.compactMap(\.value)
    let after = command.trace.executions[index...].dropFirst()
    return SystemInstall(
      manager: manager,
      packages: found.packages,
      text: execution.text,
      range: document.sourceRange(execution.range, in: command.script) ?? command.origin.range,
      origin: command.origin,
      leavesNoCache: manager == "apk" && flags.contains("--no-cache")
        || PackageCache.isCleaned(of: manager, by: after, in: command.directory)
        || mounts(of: command).contains { PackageCache.isCovered(of: manager, by: $0) }
    )
  }
}

/// Where package managers keep what they fetch, and how it goes again.
package enum PackageCache {
  /// Folders by manager.
  package static let folders: [String: [String]] = [
    "apk": ["/var/cache/apk", "/etc/apk/cache"],
    "apt": ["/var/lib/apt/lists", "/var/lib/apt"],
    "apt-get": ["/var/lib/apt/lists", "/var/lib/apt"],
    "dnf": ["/var/cache/dnf", "/var/cache/libdnf5"],
    "microdnf": ["/var/cache/yum", "/var/cache/dnf"],
    "yum": ["/var/cache/yum", "/var/cache/dnf"],
    "zypper": ["/var/cache/zypp"],
  ]

  static func isCleaned(of manager: String, by executions: ArraySlice<Execution>, in directory: String) -> Bool {
    executions.contains { execution in
      let words = execution.words.compactMap(\.value)
      guard let program = words.first.map(PathText.lastComponent) else { return false }
      if ["dnf", "microdnf", "yum", "zypper"].contains(program) { return words.contains("clean") }
      guard program == "rm" else { return false }
      return words.dropFirst().contains { word in
        !word.hasPrefix("-") && folders[manager, default: []].contains { isAround($0, PathText.join(directory, word)) }
      }
    }
  }

  static func isCovered(of manager: String, by mount: JudgedImage.RunMount) -> Bool {
    guard mount.mount.type == .cache || mount.mount.type == .tmpfs, let target = mount.target else { return false }
    let covered = folders[manager, default: []]
    // Debian keeps its lists in one folder and the packages in another; the lists are what stays.
    return covered.contains { PathText.relative($0, in: target) != nil }
  }

  /// The removed path is the folder, one around it, or everything inside it.
  private static func isAround(_ folder: String, _ removed: String) -> Bool {
    let path = PathText.hasWildcard(PathText.lastComponent(removed)) ? PathText.parent(removed) : removed
    return PathText.relative(folder, in: path) != nil
  }
}

extension Execution {
  /// As it was written, for people; what is not known before run time is an ellipsis.
  var text: String { words.map { $0.value ?? $0.knownStart + "…" }.joined(separator: " ") }
}
