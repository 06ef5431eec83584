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

/// What one thread needs for one file after the other: its working memory is the same for all of them.
public struct Worker: ~Copyable {
  private var reader = DocumentReader()
  private var linter = DocumentLinter()
  private var writer = JSONWriter()

  /// A worker that has seen no file yet.
  public init() {}

  /// A document that can be kept.
  public mutating func read(_ bytes: [UInt8]) -> Document { reader.read(bytes) }

  fileprivate mutating func lint(_ document: Document) -> Int {
    linter.lint(document)
    return linter.findings.count + (linter.error == nil ? 0 : 1)
  }

  fileprivate mutating func inspect(_ document: Document) -> Int {
    writer.removeAll()
    Inspection(file: "Dockerfile", document: document).write(to: &writer, with: &linter)
    writer.endLine()
    return writer.withBytes(\.count)
  }

  fileprivate mutating func print(_ record: ImageRecord) -> Int {
    writer.removeAll()
    record.write(to: &writer)
    writer.endLine()
    return writer.withBytes(\.count)
  }
}

extension Workload {
  /// Nodes of the document, findings, bytes of what is printed, or commands.
  public func run(_ bytes: [UInt8]) -> Int {
    var worker = Worker()
    return run(bytes, with: &worker)
  }

  /// The same for one of many files.
  public func run(_ bytes: [UInt8], with worker: inout Worker) -> Int {
    count(in: worker.read(bytes), with: &worker)
  }

  /// The same for a document that is read already.
  public func count(in document: Document, with worker: inout Worker) -> Int {
    switch self {
    case .typed: return document.nodes.count
    case .lint: return worker.lint(document)
    case .inspect: return worker.inspect(document)
    case .shell: return Self.commands(of: document)
    case .image:
      let options = BuildOptions(baseImages: nil, packageManagers: .few)
      return worker.print(ImageRecord(file: "Dockerfile", target: nil, document: document, options: options))
    }
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
