package import Diagnostics

/// What a line of a Dockerfile is, what it does, and what that means for the image.
package struct Explanation: Sendable {
  package enum Subject: String, Sendable {
    case instruction, comment, directive, blank
  }

  /// What becomes of it in the image that is built.
  package enum Effect: String, Sendable {
    /// It decides something of the image.
    case final
    /// A later instruction takes its place.
    case overridden
    /// It makes a layer of the image.
    case layer
    /// Its stage gives files to the image and is not part of it.
    case contributes
    /// It counts while the image is built, and is not in it.
    case build
    /// Its stage is never run for this target.
    case unused
    /// It does nothing at all.
    case none
    /// Docker refuses the file or the target.
    case refused
  }

  /// A command of a RUN.
  package struct Command: Sendable {
    package var text: String
    package var meaning: String?
    package var directory: String
    /// Whether it runs on every way through the script.
    package var isCertain: Bool
    package var range: SourceRange
  }

  package struct Stage: Sendable {
    package var index: Int
    package var name: String
    package var line: Int
    package var role: String?
    package var words: String
  }

  package var file: String
  package var line: Int
  package var column: Int?
  package var subject: Subject
  /// The bytes that it is about.
  package var range: SourceRange
  /// What stands at the column.
  package var mark: CaretRenderer.Mark?
  package var keyword: String?
  package var stage: Stage?
  package var does: [String] = []
  package var commands: [Command] = []
  /// How words came to their values.
  package var traces: [String] = []
  package var effect = Effect.none
  package var image: [String] = []
  package var notes: [String] = []
  /// What Docker refuses, the first one first.
  package var refusals: [LintedFile.Remark] = []
}
