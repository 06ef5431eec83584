package import Diagnostics

/// The instruction that something in an image comes from.
package struct Origin: Hashable, Sendable {
  /// Index into the document's nodes.
  package var instruction: Int
  /// The stage in which it is written.
  package var stage: Int
  package var range: SourceRange
  /// It stands behind an ONBUILD and fired in a later stage.
  package var isTrigger: Bool

  package init(instruction: Int, stage: Int, range: SourceRange, isTrigger: Bool = false) {
    self.instruction = instruction
    self.stage = stage
    self.range = range
    self.isTrigger = isTrigger
  }
}
