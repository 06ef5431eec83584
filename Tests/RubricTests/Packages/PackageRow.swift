import BuildModel
import Testing

/// Lines of a Dockerfile, and what the model says about the last step with packages, builds or tests among them.
struct PackageRow: CustomTestStringConvertible {
  let base: String
  let lines: String
  let expected: String

  var testDescription: String { lines }

  init(_ base: String, _ lines: String, _ expected: String) {
    self.base = base
    self.lines = lines
    self.expected = expected
  }

  static func rows(_ base: String, _ rows: [(String, String)]) -> [PackageRow] {
    rows.map { PackageRow(base, $0.0, $0.1) }
  }

  func image() throws -> JudgedImage {
    try Judge.standard().image(of: "FROM \(base)\nWORKDIR /app\n\(lines)\n")
  }

  /// The last step that installs, downloads, builds or tests.
  func step() throws -> PackageStep {
    let kinds: Set<PackageAction> = [.install, .download, .build, .test, .upgrade, .updateIndex, .run, .lock]
    return try #require(try image().state.packages.last { kinds.contains($0.action) }, "no step: \(lines)")
  }
}

extension PackageStep {
  /// `pip install: undivided, unknown lockfile, to system; downloads left`.
  var summary: String {
    let name = tool.map { "\($0.rawValue) " } ?? ""
    var parts = ["\(name)\(action.rawValue)"]
    if scope != .undivided { parts.append(scope.rawValue) }
    if lockfile != .none { parts.append("lockfile \(lockfile.rawValue)") }
    if let recommended { parts.append("recommended \(recommended.rawValue)") }
    switch destination {
    case .none: break
    case .system: parts.append("to system")
    case .environment(let path): parts.append("to environment \(path)")
    case .folder(let path): parts.append("to \(path)")
    case .unknown: parts.append("to ?")
    }
    parts += caches.map { "\($0.name) \($0.fate.name)" }
    parts += outputs.map { "\($0.isInMount ? "mounted " : "")output \($0.path)\($0.isFolder ? "/" : "")" }
    if let linkage { parts.append("\(linkage.rawValue) linkage") }
    switch tests {
    case .none: break
    case .run: parts.append("tests")
    case .skipped(let cause): parts.append("tests skipped by \(cause.text)")
    }
    parts += mistakes.map { "mistake \($0.written.text)\($0.meant.map { " for \($0)" } ?? "")" }
    return parts.joined(separator: ", ")
  }
}

extension CacheFolder.Fate {
  var name: String {
    switch self {
    case .left: "left"
    case .removed: "removed"
    case .hidden: "hidden"
    case .mounted: "mounted"
    case .disabled(let cause): "off by \(cause.text)"
    case .removedByImage: "emptied by the image"
    case .unknown: "unknown"
    }
  }
}
