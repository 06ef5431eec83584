package import Diagnostics
package import DockerfileSyntax
package import Linting

/// What the program understands of a Dockerfile: the same that Docker's own parser makes of it.
package struct Inspection {
  package let file: String
  package let document: Document

  package init(file: String, document: Document) {
    self.file = file
    self.document = document
  }

  /// One JSON object: directives, nodes, typed instructions and what Docker's checks find.
  package func write(to writer: inout JSONWriter) {
    var linter = DocumentLinter()
    write(to: &writer, with: &linter)
  }

  /// The same for one of many files.
  ///
  /// - Parameter linter: of all stages, and without an ignore file.
  package func write(to writer: inout JSONWriter, with linter: inout DocumentLinter) {
    linter.lint(document)
    withExtendedLifetime(document) { InspectionPrinter(document).write(file: file, linter, to: &writer) }
  }
}
