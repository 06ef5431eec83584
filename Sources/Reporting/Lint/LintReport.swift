package import Diagnostics
package import DockerfileSyntax
package import Linting
package import Rubric

/// What Docker's build checks found in some files.
package struct LintReport: Sendable {
  package var tool: Report.Tool
  package var files: [LintedFile]

  package init(tool: Report.Tool, files: [LintedFile]) {
    self.tool = tool
    self.files = files
  }
}

/// One of them.
package struct LintedFile: Sendable {
  package enum Status: String, Sendable {
    case clean, findings, refused, unreadable
  }

  /// As it was asked for.
  package var name: String
  /// nil where it could not be read.
  package var source: SourceFile?
  /// Why it could not be read.
  package var error: String?
  /// Docker refuses the file for these, the first one first.
  package var refusals: [Remark]
  /// What Docker's checks found, by line.
  package var findings: [LintFinding]
  /// What we say, and Docker doesn't.
  package var notes: [Remark]

  /// A message at a place.
  package struct Remark: Hashable, Sendable {
    package var message: String
    package var range: SourceRange?
    /// What was probably meant.
    package var suggestion: String?

    package init(_ message: String, at range: SourceRange? = nil, suggestion: String? = nil) {
      self.message = message
      self.range = range
      self.suggestion = suggestion
    }
  }

  package init(name: String, unreadable error: String) {
    self.name = name
    self.error = error
    source = nil
    refusals = []
    findings = []
    notes = []
  }

  /// - Parameter remarks: what is already known of the file's surroundings; a refusal of Docker's among them counts.
  package init(
    name: String,
    source: SourceFile,
    document: Document,
    result: LintResult,
    refusals: [Remark] = [],
    notes: [Remark] = []
  ) {
    self.name = name
    self.source = source
    error = nil
    findings = result.findings.enumerated().sorted {
      ($0.element.startLine, $0.element.range.lower, $0.offset)
        < ($1.element.startLine, $1.element.range.lower, $1.offset)
    }.map(\.element)
    self.refusals = refusals + document.problems.map(Remark.init)
    if document.problems.isEmpty, let error = result.error { self.refusals.append(Remark(error)) }
    self.notes = notes
  }

  package var status: Status {
    if source == nil { return .unreadable }
    if !refusals.isEmpty { return .refused }
    return findings.isEmpty ? .clean : .findings
  }
}

extension LintedFile.Remark {
  init(_ problem: SyntaxProblem) {
    self.init(problem.message, at: problem.range, suggestion: problem.suggestion)
  }

  init(_ error: LintError) {
    self.init(error.message, at: error.range, suggestion: error.suggestion)
  }

  /// With the hint beside the carets where the message ends in it.
  func diagnostic(_ severity: Diagnostic.Severity, rule: String? = nil, prefix: String = "") -> Diagnostic {
    let suffix = suggestion.map { " (did you mean \(prefix)\($0)?)" } ?? ""
    let isHinted = !suffix.isEmpty && message.hasSuffix(suffix)
    let label = suggestion.map { "did you mean \(prefix)\(Printable.line($0))?" }
    let text = isHinted ? String(message.dropLast(suffix.count)) : message
    return Diagnostic(severity, rule: rule, text, at: range, label: label)
  }
}
