import ShellSyntax

/// What earlier commands of a stage left behind for package tools.
package struct PackageMemory: Sendable {
  /// `pip config set` and its like, by tool and key; nil for a value that is not known.
  private(set) var settings: [PackageTool: [String: String?]] = [:]
  /// Virtual environments of Python that commands made.
  var environments: Set<String> = []
  /// The one that a RUN has activated, with the instruction in which it counts.
  private(set) var activated: (path: String, instruction: Int)?
  /// Folders of users, as `useradd -d` gives them.
  private(set) var homes: [String: String] = [:]
  /// Files of the official images that commands removed: with Debian's `docker-clean` goes what empties the cache.
  var removedFiles: Set<String> = []
  /// Steps whose caches are still there; the oldest are forgotten where there are very many.
  var open: [Int] = []

  static let mostOpen = 64

  /// The programs that `note` looks at.
  static let programs = [
    "rm", "find", "rimraf", "useradd", "adduser", "virtualenv", "pyvenv", ".", "source",
  ]

  mutating func set(_ key: String, _ value: String?, of tool: PackageTool) {
    // A file that sets more than this configures nothing.
    guard (settings[tool]?.count ?? 0) < 256 else { return }
    settings[tool, default: [:]].updateValue(value, forKey: key)
  }

  mutating func activate(_ path: String, in instruction: Int) {
    activated = (path, instruction)
  }

  /// An activation holds until the shell ends.
  func active(in instruction: Int) -> String? {
    activated.flatMap { $0.instruction == instruction ? $0.path : nil }
  }

  /// `useradd -d DIR NAME`.
  mutating func noteHome(_ words: ArraySlice<ShellWord>) {
    var home: String?
    var name: String?
    var rest = words
    while let text = rest.popFirst()?.value {
      switch text {
      case "-d", "--home-dir", "--home", "-h": home = rest.popFirst()?.value
      case _ where text.hasPrefix("--home="): home = String(text.dropFirst("--home=".count))
      case _ where text.hasPrefix("--home-dir="): home = String(text.dropFirst("--home-dir=".count))
      default: name = text
      }
    }
    if let name, let home, homes.count < 256 { homes[name] = home }
  }
}
