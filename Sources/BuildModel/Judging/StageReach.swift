import ShellSyntax

/// Where a stage may hold files that no COPY brings by name. Of what its commands may do it is taken that they write
/// where their words and variables say, to the folder that they run in, and to those beside it.
struct StageReach {
  private let state: StageState
  /// Only what stands before this instruction counts; nil for all.
  private let end: Int?

  init(_ state: StageState, before end: Int? = nil) {
    self.state = state
    self.end = end
  }

  private func isBefore(_ origin: Origin) -> Bool { end.map { origin.instruction < $0 } ?? true }

  /// Whether anything at all, base image included, may have put something at a path; absolute and clean.
  func mayHold(_ path: String) -> Bool {
    state.isWindows || state.external.mayHold(path) || isTouched(path) || mayMake(path)
  }

  /// An instruction puts something at, below or around the path, or works there.
  private func isTouched(_ path: String) -> Bool {
    if end == nil, PathText.contains(path, state.directory), path != "/" { return true }
    return state.files.items.contains { item in
      isBefore(item.origin)
        && (PathText.areNested(item.path, path) || PathText.hasWildcard(item.path) && Glob(item.path).matches(path))
    }
  }

  /// Whether a command of the stage may have made something at the path.
  func mayMake(_ path: String) -> Bool {
    if state.packages.contains(where: { isBefore($0.origin) && $0.mayHaveWritten(path) }) { return true }
    let commands = state.commands.filter { isBefore($0.origin) }
    if commands.isEmpty { return false }
    return isInVariable(path) || commands.contains { Self.mayMake(path, $0) }
  }

  /// Programs write where their variables say: `GOBIN=/out`. PATH and VIRTUAL_ENV only say where to look.
  private func isInVariable(_ path: String) -> Bool {
    state.variables.names.contains { name in
      guard name != "PATH", name != "VIRTUAL_ENV", let value = state.variables[name] else { return false }
      return NamedPath.isNamed(path, in: value)
    }
  }

  /// Whether a RUN may have made something at a path.
  static func mayMake(_ path: String, _ command: RunCommand) -> Bool {
    command.trace.problem != nil
      || command.trace.executions.contains { CommandReach($0, in: command.directory).mayMake(path) }
  }
}

/// What one command may put where.
struct CommandReach {
  private let execution: Execution
  /// nil where it is not known.
  private let folder: String?

  init(_ execution: Execution, in directory: String) {
    self.execution = execution
    folder = execution.directory.map { PathText.join(directory, $0.isEmpty ? "." : $0) }
  }

  /// - Parameter beside: what it may do in its folder counts, too.
  func mayMake(_ path: String, beside: Bool = true) -> Bool {
    guard let program = execution.words.first?.value else { return true }
    let targets = execution.redirections.filter { $0.kind == .write || $0.kind == .append }.map(\.target)
    if targets.contains(where: { names($0, path) }) { return true }
    switch Habit(of: program, execution.words.dropFirst()) {
    case .nothing: return false
    case .words: return execution.words.dropFirst().contains { names($0, path) }
    case .anywhere: return true
    case .around: break
    }
    guard let folder else { return true }
    return beside && isAround(path, folder) || execution.words.dropFirst().contains { names($0, path) }
      || execution.redirections.contains { names($0.target, path) }
      || execution.environment.contains { name, value in
        guard name != "PATH", name != "VIRTUAL_ENV", case .known(let text) = value else { return false }
        return NamedPath.isNamed(path, in: text)
      }
  }

  /// In the folder, around it, or beside it. At the root only what lies there itself: a project does not live there.
  private func isAround(_ path: String, _ folder: String) -> Bool {
    guard folder != "/" else { return NamedPath.isRootOutput(path) }
    if PathText.areNested(path, folder) { return true }
    let parent = PathText.parent(folder)
    return !NamedPath.isShared(parent) && PathText.contains(parent, path)
  }

  private func names(_ word: ShellWord, _ path: String) -> Bool {
    guard let text = word.value else { return word.knownStart.isEmpty || NamedPath.isNamed(path, in: word.knownStart) }
    if NamedPath.isNamed(path, in: text) { return true }
    guard let folder else { return true }
    // `out`, `--outDir=../public`
    let sign = text.utf8.firstIndex(of: UInt8(ascii: "="))
    let value = sign.map { String(text[text.utf8.index(after: $0)...]) } ?? text
    guard let first = value.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "/") else { return false }
    return NamedPath.reaches(PathText.join(folder, value), path)
  }
}

/// How far the work of a program goes beyond what it is asked for.
private enum Habit {
  /// It makes no files, or only in folders of its own.
  case nothing
  /// It writes only where its words say.
  case words
  /// To its folder and what lies beside it.
  case around
  /// What it does stands in a file.
  case anywhere

  init(of program: String, _ words: ArraySlice<ShellWord>) {
    let name = PathText.lastComponent(program)
    let verb = words.lazy.compactMap(\.value).first { !$0.hasPrefix("-") }
    if Self.harmless.contains(name) {
      self = .nothing
    } else if Self.makers.contains(name) || Self.isTidy(name, verb) {
      self = .words
    } else if ["sh", "bash", "ash", "dash", "zsh"].contains(name) {
      // What a shell is told in its words is read; what stands in a file is not.
      self = words.contains { $0.value == "-c" } ? .nothing : .anywhere
    } else {
      let isOwn = program.utf8.first == UInt8(ascii: ".") || name == "make"
      self = isOwn ? .anywhere : .around
    }
  }

  /// Package tools and compilers: what they make is known by their steps.
  private static func isTidy(_ program: String, _ verb: String?) -> Bool {
    switch program {
    case "npm", "pnpm", "bun":
      verb.map { ["ci", "install", "i", "prune", "cache", "config", "clean-install"].contains($0) } ?? false
    case "yarn": verb.map { ["install", "cache", "config"].contains($0) } ?? true
    case "pip", "pip3": verb == "install"
    case "go": verb.map { ["build", "install", "test", "vet", "env", "version", "list", "get"].contains($0) } ?? true
    case "cargo":
      verb.map { ["build", "b", "check", "clippy", "fetch", "test", "t", "install", "chef"].contains($0) } ?? true
    default: false
    }
  }

  private static let harmless: Set<String> = [
    "apk", "apt-get", "apt", "dnf", "microdnf", "yum", "adduser", "addgroup", "useradd", "groupadd", "usermod", "chown",
    "chmod", "rm", "echo", "printf", "true", "test", "[", "set", "cd", "export", "ls", "cat", "exec", "env", ":",
    "update-ca-certificates", "id", "which", "command", "sleep", "date", "whoami", "uname",
  ]

  private static let makers: Set<String> = ["mkdir", "touch", "cp", "mv", "ln", "install"]
}

extension ExternalBase {
  /// Whether the image itself may hold something at a path. Folders of a project are in no official image.
  func mayHold(_ path: String) -> Bool {
    switch self {
    case .scratch: return false
    case .image(_, facts: nil): return true
    case .image(_, let facts?):
      switch facts.kind {
      case .tool, .test, .server: return true
      case .sdk, .full, .slim, .alpine, .distroless, .scratch, .runtime: break
      }
      let own = [facts.workdir] + facts.environment.map { String($0.drop { $0 != "=" }.dropFirst()) }
      return own.contains { $0.utf8.count > 1 && NamedPath.reaches($0, path) } || !NamedPath.isPrivate(path)
    }
  }
}

/// Paths as they stand in texts, and folders by their names.
enum NamedPath {
  /// Whether a text names a path, something below it, or a folder around it that is no common one.
  static func isNamed(_ path: String, in text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: "/")) else { return false }
    var index = bytes.startIndex
    var isFresh = true
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/"), isFresh || bytes.first == UInt8(ascii: "-") {
        let end = bytes[index...].firstIndex { !isPartOfPath($0) } ?? bytes.endIndex
        if reaches(PathText.clean(String(text[index..<end])), path) { return true }
        index = end
        isFresh = true
        continue
      }
      isFresh = !isPartOfPath(byte)
      index = bytes.index(after: index)
    }
    return false
  }

  static func reaches(_ written: String, _ path: String) -> Bool {
    PathText.contains(path, written) || !isShared(written) && PathText.contains(written, path)
      || PathText.hasWildcard(path) && Glob(path).matches(written)
  }

  private static func isPartOfPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "~"), 0x80...:
      true
    default: false
    }
  }

  /// Many things lie in it that have nothing to do with one another.
  static func isShared(_ folder: String) -> Bool {
    folder == "/" || PathText.parent(folder) == "/" && common.contains(PathText.lastComponent(folder))
      || folder == "/usr/src" || folder == "/usr/local" || folder == "/usr/local/bin" || folder == "/usr/bin"
  }

  /// A distribution and an official image of a language keep nothing there.
  fileprivate static func isPrivate(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3).map { String(Substring($0)) }
    guard let first = parts.first else { return false }
    switch first {
    case "opt": return parts.count > 1 && projects.contains(parts[1])
    case "usr": return parts.count > 2 && parts[1] == "src" && projects.contains(parts[2])
    default: return !common.contains(first) && !images.contains(first) && !PathText.hasWildcard(first)
    }
  }

  /// Folders of the file system's own standard.
  private static let common: Set<String> = [
    "bin", "boot", "dev", "etc", "home", "lib", "lib32", "lib64", "libexec", "media", "mnt", "opt", "proc", "root",
    "run", "sbin", "srv", "sys", "tmp", "usr", "var",
  ]

  /// What images of languages keep at the root.
  private static let images: Set<String> = [
    "busybox", "config", "data", "docker-entrypoint.d", "docker-entrypoint.sh", "go", "nodejs", "nix", "rust", "uv",
    "uvx",
  ]

  private static let projects: Set<String> = [
    ".venv", "app", "build", "code", "deps", "dist", "env", "install", "out", "package", "packages", "project",
    "server",
    "service", "site", "src", "target", "venv", "virtualenv", "wheels", "work", "workspace",
  ]

  /// What a program that runs at the root may leave beside it.
  static func isRootOutput(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1).map { String(Substring($0)) }
    guard let first = parts.first else { return false }
    return outputs.contains(first) || parts.count == 1 && !projects.contains(first)
  }

  /// Folders that builds put their work into.
  private static let outputs: Set<String> = [
    "_site", "bin", "build", "dist", "node_modules", "out", "public", "release", "site", "target",
  ]
}
