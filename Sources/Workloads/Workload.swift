import Diagnostics
import DockerfileSyntax
import Reporting

/// A part of what the program does with the bytes of a Dockerfile, for a package that measures it: bytes in, a count
/// out.
///
/// The count depends on the whole result, so that nothing of the work can be left out, and is the same each time.
public enum Workload: String, CaseIterable, Sendable {
  /// Nodes and typed instructions.
  case typed = "parse+typed"
  /// All that `inspect --format json` prints of a file.
  case inspect
}

extension Workload {
  /// Nodes of the document, or bytes of what is printed.
  public func run(_ bytes: [UInt8]) -> Int {
    let document = Document(parsing: bytes)
    switch self {
    case .typed: return document.nodes.count
    case .inspect:
      var writer = JSONWriter()
      Inspection(file: "Dockerfile", document: document).write(to: &writer)
      writer.endLine()
      return writer.bytes.count
    }
  }
}
