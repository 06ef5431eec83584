import BuildModel
import Diagnostics
public import DockerfileSyntax
import Linting
import Reporting
import ShellSyntax

/// A part of what the program does with the bytes of a Dockerfile, for packages that measure it or try to break it:
/// bytes in, a count out.
///
/// The count depends on the whole result, so that nothing of the work can be left out, and is the same each time.
public enum Workload: String, CaseIterable, Sendable {
  /// Nodes and typed instructions.
  case typed = "parse+typed"
  /// Docker's build checks, of all stages.
  case lint
  /// All that `inspect --format json` prints of a file.
  case inspect
  /// The commands that the shell forms of `RUN` run.
  case shell
  /// The configuration of the image, as `image --format jsonl` prints it.
  case image
}

extension Workload {
  /// Nodes of the document, findings, bytes of what is printed, or commands.
  public func run(_ bytes: [UInt8]) -> Int {
    var reader = DocumentReader()
    return run(bytes, with: &reader)
  }

  /// The same for one of many files.
  public func run(_ bytes: [UInt8], with reader: inout DocumentReader) -> Int {
    count(in: reader.read(bytes))
  }

  /// The same for a document that is read already.
  public func count(in document: Document) -> Int {
    switch self {
    case .typed: return document.nodes.count
    case .lint:
      let result = Linter().lint(document)
      return result.findings.count + (result.error == nil ? 0 : 1)
    case .inspect: return Self.printed { Inspection(file: "Dockerfile", document: document).write(to: &$0) }
    case .shell: return Self.commands(of: document)
    case .image:
      let options = BuildOptions(baseImages: nil, packageManagers: .few)
      let record = ImageRecord(file: "Dockerfile", target: nil, document: document, options: options)
      return Self.printed { record.write(to: &$0) }
    }
  }

  private static func printed(_ write: (inout JSONWriter) -> Void) -> Int {
    var writer = JSONWriter()
    write(&writer)
    writer.endLine()
    return writer.withBytes(\.count)
  }

  private static func commands(of document: Document) -> Int {
    var count = 0
    for case .run(let run) in document.instructions {
      guard case .shell = run.form else { continue }
      count += trace(Array(document.bytes(run.script.text)), environment: { _ in nil }).executions.count
    }
    return count
  }
}

extension PackageManagerFacts {
  /// Enough for the commands of ordinary files; the program itself has its facts as data.
  fileprivate static let few = PackageManagerFacts(
    npmCleanInstall: ["ci"],
    npmInstall: ["install", "i"],
    npmPrune: ["prune"],
    npmRunScript: ["run"],
    npmKnownFlags: ["omit", "production"],
    npmFlagAliases: ["prod": "production"],
    npmBooleanFlags: ["production"],
    buildTools: ["vite", "tsc"],
    buildScripts: ["build"]
  )
}
