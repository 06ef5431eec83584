package import DockerfileSyntax

/// What is said about the checks beside the Dockerfile.
package struct LintOptions: Sendable {
  /// Which stages are looked at.
  package enum Scope: Hashable, Sendable {
    /// All of them, as `docker build --check` does.
    case allStages
    /// Those that a target needs, as a build does: nil is the last stage.
    case target(String?)
  }

  package var scope = Scope.allStages
  /// Whether a path of the build context is left out of it by `.dockerignore`; nil where there is no such file or where
  /// it takes paths back in, which Docker doesn't follow up.
  package var isIgnored: (@Sendable (_ path: String) -> Bool)?

  package init(scope: Scope = .allStages, isIgnored: (@Sendable (_ path: String) -> Bool)? = nil) {
    self.scope = scope
    self.isIgnored = isIgnored
  }
}

/// BuildKit's checks of a Dockerfile, made without a build, a registry or build arguments.
///
/// For many files, a ``DocumentLinter`` saves the set-up of each.
package struct Linter: Sendable {
  private let options: LintOptions

  package init(_ options: LintOptions = LintOptions()) {
    self.options = options
  }

  package func lint(_ document: Document) -> LintResult {
    var linter = DocumentLinter(options)
    linter.lint(document)
    return linter.result
  }
}
