import Diagnostics
import ShellSyntax

/// What a package tool finds around it: variables, settings, the user's home, the folder, mounts.
struct PackageSurroundings {
  /// ENV and ARG as the RUN sees them.
  let image: VisibleVariables
  let execution: Execution
  /// Absolute.
  let directory: String
  /// The user that the RUN works as; empty for root, nil where the base image decides and is not known.
  let user: String?
  /// Targets of cache mounts and mounts in memory, absolute and clean.
  let mounts: [String]
  let memory: PackageMemory
  /// The virtual environment that the RUN has activated.
  let activeEnvironment: String?

  /// Whether the command may see one of some variables.
  func hasVariable(of names: NamedValues<Bool>) -> Bool {
    image.contains { names[$0] != nil } || execution.environment.keys.contains { names[$0] != nil }
  }

  func variable(_ name: String) -> ShellValue? {
    let value = execution.variable(name) { image[$0] }
    // An empty value counts as none for nearly every tool.
    return value == .known("") ? nil : value
  }

  /// nil where the user's home cannot be known.
  var home: String? {
    switch variable("HOME") {
    case .known(let path) where path.utf8.first == UInt8(ascii: "/"): return PathText.clean(path)
    case .unknown: return nil
    default: break
    }
    guard let user else { return nil }
    let name = Substring(user.utf8.prefix { $0 != UInt8(ascii: ":") })
    if name.isEmpty || name == "root" || name == "0" { return "/root" }
    return memory.homes[String(name)] ?? (Int(name) == nil ? "/home/\(name)" : nil)
  }

  /// An absolute path; `~` stays where the home is not known.
  func absolute(_ path: String) -> String {
    if path == "~" { return home ?? "~" }
    if path.hasPrefix("~/") { return home.map { PathText.join($0, String(path.dropFirst(2))) } ?? path }
    return PathText.join(directory, path)
  }

  /// A place of the facts, as `$GOPATH/pkg/mod` or `~/.npm`: the outer nil where its variable is not set, the inner one
  /// where that is not known.
  func place(_ text: String) -> String?? {
    guard text.utf8.first == UInt8(ascii: "$") else { return .some(absolute(text)) }
    let rest = text.utf8.dropFirst()
    let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    switch variable(String(Substring(rest[..<end]))) {
    case .known(let value):
      // Of a list of folders, as GOPATH may be, the first counts.
      let first = value.utf8.split(separator: UInt8(ascii: ":")).first.map { String(Substring($0)) } ?? value
      return .some(absolute(first + String(Substring(rest[end...]))))
    case .unknown: return .some(nil)
    case nil: return nil
    }
  }

  func isMounted(_ path: String) -> Bool {
    mounts.contains { PathText.covers(path, by: $0) }
  }
}

extension StageState {
  /// The user of the next RUN is root for certain, and has the home that root has everywhere.
  var worksAsRoot: Bool {
    let name = Substring(image.user.utf8.prefix { $0 != UInt8(ascii: ":") })
    if name.isEmpty { return external.image != nil && (origins[.user] != nil || !external.isUnknown) }
    return name == "root" || name == "0"
  }
}

extension PathText {
  /// Whether a folder lies at or below a path. `~` in it stands for a home that is not known: then the path may be in
  /// any home.
  static func covers(_ folder: String, by path: String) -> Bool {
    if relative(folder, in: path) != nil { return true }
    guard folder.hasPrefix("~/") else { return false }
    var part = folder
    while part != "~" {
      if path.hasSuffix(part.dropFirst()) { return true }
      part = parent(part)
    }
    return false
  }
}
