package import Diagnostics
import DockerfileSyntax

/// A Dockerfile with one fault put into it.
package struct Mutant: Sendable {
  /// The place, the operator and what tells two of its faults there apart: `production/copy-2/break-path/source`.
  ///
  /// It names stages and keywords and no lines, so that it stays when the file grows elsewhere.
  package let id: String
  /// The id of the operator that made it.
  package let operatorID: String
  /// nil where it is not clear which checks ought to find it.
  package let family: FaultFamily?
  /// The bytes of the original that the fault is about.
  package let range: SourceRange
  package let bytes: [UInt8]
  /// The id of the mutant that yields the same image: what is true of the one is true of the other.
  package let standsFor: String?
}

/// Bytes in place of others.
struct Edit: Hashable, Sendable {
  var range: Range<Int>
  var replacement: [UInt8]

  init(_ range: Range<Int>, _ replacement: [UInt8] = []) {
    self.range = range
    self.replacement = replacement
  }

  init(_ range: Range<Int>, _ replacement: String) {
    self.init(range, Array(replacement.utf8))
  }

  static func insert(_ text: String, at offset: Int) -> Edit { Edit(offset..<offset, text) }
}

/// One fault that an operator proposes.
struct Fault {
  var site: Site
  /// Tells faults of one operator at one place apart.
  var detail: String
  var family: FaultFamily?
  var range: SourceRange
  var edits: [Edit]
  /// The operator whose fault at the same place yields the same image.
  var sameAs: String?

  init(
    at site: Site,
    _ detail: String = "",
    family: FaultFamily?,
    range: SourceRange? = nil,
    edits: [Edit],
    sameAs: String? = nil
  ) {
    self.site = site
    self.detail = detail
    self.family = family
    self.range = range ?? site.node.range
    self.edits = edits
    self.sameAs = sameAs
  }
}
