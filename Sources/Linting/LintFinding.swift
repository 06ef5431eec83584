package import Diagnostics
import DockerfileSyntax

/// Something that a rule found.
package struct LintFinding: Hashable, Sendable {
  package var rule: LintRule
  /// Docker's own words.
  package var message: String
  /// The lines that Docker names, the last one included; both start at 1.
  package var startLine: Int
  package var endLine: Int
  /// The word that it is about.
  package var range: SourceRange
  /// What was probably meant.
  package var suggestion: String?
}

/// A finding whose texts still lie in the memory of the linter that made it.
package struct LintRecord: Sendable, BitwiseCopyable {
  package let rule: LintRule
  /// The lines that Docker names, the last one included; both start at 1.
  package let startLine: UInt32
  package let endLine: UInt32
  /// The word that it is about.
  package let range: SourceRange
  /// Where Docker's words lie in the linter's text.
  let message: Run32<UInt8>
  /// The same for what was probably meant; empty for nothing.
  let suggestion: Run32<UInt8>
}

/// What Docker refuses the file for while it checks it.
package struct LintError: Error, Hashable, Sendable {
  /// Docker's own words, with its hint.
  package var message: String
  /// The line that Docker names: 0 is a real value, -1 none.
  package var line: Int
  /// nil where the whole file is meant.
  package var range: SourceRange?
  /// What was probably meant.
  package var suggestion: String?
  /// It comes from `# check=`: its options mean nothing, or they make errors of findings.
  package var isOfCheckOptions = false
}

extension LintError {
  /// `# check=error=true`, and these rules found something.
  init(violations rules: Set<LintRule>, at range: SourceRange?) {
    let names = rules.map(\.name).sorted().joined(separator: ", ")
    self.init(message: "lint violation found for rules: \(names)", line: -1, range: range, isOfCheckOptions: true)
  }
}

/// What the checks of a file came to.
package struct LintResult: Hashable, Sendable {
  /// Where there is one, the checks after it were not made.
  package var error: LintError?
  /// In the order in which BuildKit makes them; what the file tells it to skip is not among them.
  package var findings: [LintFinding]
}
