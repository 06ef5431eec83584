package import DockerfileSyntax

/// Makes the checks of one document after the other with the same working memory.
///
/// What it found of a document lies in that memory until the next one: small files have one or two findings, and a
/// string for the words of each would cost more than the checks.
package struct DocumentLinter: ~Copyable {
  private var walk: LintWalk
  /// In the order in which BuildKit makes them; good until the next document.
  package private(set) var findings = UnsafeBufferPointer<LintRecord>(start: nil, count: 0)
  /// What Docker refuses the last document for; the checks after it were not made.
  package private(set) var error: LintError?

  /// A linter that has seen nothing yet.
  package init(_ options: LintOptions = LintOptions()) {
    walk = LintWalk(options)
  }

  /// Makes the checks, and forgets what was found before.
  package mutating func lint(_ document: Document) {
    walk.begin(document)
    do throws(LintError) {
      try walk.run()
      error = nil
    } catch {
      self.error = error
    }
    findings = walk.findings.elements
    walk.end()
  }

  /// Docker's own words, in UTF-8; good until the next document.
  package func message(of finding: LintRecord) -> UnsafeBufferPointer<UInt8> { walk.text[finding.message.indices] }

  /// The same as values that stay good.
  package var result: LintResult {
    let findings = findings.map { finding in
      let suggestion = finding.suggestion
      return LintFinding(
        rule: finding.rule,
        message: String(decoding: message(of: finding), as: UTF8.self),
        startLine: Int(finding.startLine),
        endLine: Int(finding.endLine),
        range: finding.range,
        suggestion: suggestion.isEmpty ? nil : String(decoding: walk.text[suggestion.indices], as: UTF8.self)
      )
    }
    return LintResult(error: error, findings: findings)
  }
}
