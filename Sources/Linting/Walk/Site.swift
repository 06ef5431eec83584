import Diagnostics
import DockerfileSyntax

/// What holds for the findings of an instruction: the rules that are made there, and the lines that Docker names, which
/// for an ONBUILD trigger are those of the FROM that fires it.
struct Site {
  let rules: UInt32
  let start: UInt32
  let end: UInt32

  func error(_ message: String, at range: SourceRange?, suggestion: String? = nil) -> LintError {
    LintError(message: message, line: Int(start), range: range, suggestion: suggestion)
  }
}

extension LintWalk {
  /// With the file's own options, whatever the comments above say.
  @inline(__always)
  func plainSite(_ node: NodePointer) -> Site {
    Site(rules: check.rules, start: node.pointee.startLine, end: node.pointee.endLine)
  }

  /// With what the comments above say. Changes nothing: but the compiler lends a large value without a copy only where
  /// it may change, here as in some other places.
  @inline(__always)
  mutating func site(_ node: NodePointer) -> Site {
    node.pointee.comments.isEmpty ? plainSite(node) : commentedSite(node)
  }

  @inline(never)
  private mutating func commentedSite(_ node: NodePointer) -> Site {
    for index in node.pointee.comments.indices {
      let comment = tables.bytes(tables.comments[index])
      guard CheckOptions.isCheck(comment) else { continue }
      guard let added = CheckOptions(comment: comment) else { return plainSite(node) }
      return Site(rules: check.adding(added).rules, start: node.pointee.startLine, end: node.pointee.endLine)
    }
    return plainSite(node)
  }
}
