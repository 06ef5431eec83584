import BuildModel
import Diagnostics
import DockerfileSyntax

/// One pass over a document, in the order of BuildKit's conversion: what stops it stops the checks, too.
struct LintWalk {
  let tables: Tables
  let options: LintOptions
  /// Of the file; the words of a trigger are expanded with it as well.
  let escape: UInt8
  private(set) var findings: [LintFinding] = []
  /// What the file says of the checks.
  var check = CheckOptions.standard
  /// Rules that found something, whether or not a later error hides it.
  private(set) var violated: UInt32 = 0
  var variables = VariableStore()
  /// Before the first FROM.
  var globals = ScopeTree.Root()
  var stages: [StageRecord] = []
  /// The last stage of each name.
  var stageNames = StageNames()
  /// COPY and RUN that take from a stage of the file.
  var links: [StageLink] = []
  /// Names of images that COPY and RUN take from.
  var imported: [ImportedImage] = []
  /// Triggers that fire, by their place in the document; those of a stage lie together.
  var fired: [Int] = []
  /// The index of the stage that is built.
  var target = 0
  var hasTriggers = false
  /// What the sources of the COPY at hand expand to.
  var sources: [Bytes] = []
  /// How many names were compared for hints.
  var hintEffort = 0

  init(_ document: Document, _ options: LintOptions) {
    tables = Tables(document)
    self.options = options
    escape = document.escape
  }

  /// - Throws: what Docker refuses the file for. The findings up to there are good.
  mutating func run() throws(LintError) {
    try readCheckOptions()
    try refuseUnreadable()
    checkEmptyContinuations()
    let casing = try checkInstructions()
    checkStageNames()
    if casing.isMixed { checkCasing(casing) }
    try readGlobalArguments()
    try resolveStages()
    try dispatchStages()
    try refuseFindings()
  }

  private mutating func readCheckOptions() throws(LintError) {
    if tables.source.isEmpty { throw LintError(message: "the Dockerfile cannot be empty", line: -1, range: nil) }
    guard tables.source[0] == UInt8(ascii: "#") || tables.source[0] == 0xEF,
      let value = CheckOptions.directive(in: tables.source)
    else { return }
    do throws(CheckOptionError) {
      check = try CheckOptions(value)
    } catch {
      let directive = tables.document.directives.first { $0.kind == .check }
      let message = "failed to parse check options: \(error.message)"
      throw LintError(message: message, line: -1, range: directive?.value.range)
    }
  }

  private func refuseUnreadable() throws(LintError) {
    guard let problem = tables.document.problems.first(where: { $0.phase == .reading }) else { return }
    throw LintError(problem)
  }

  /// `error=true` makes a refusal of findings.
  private func refuseFindings() throws(LintError) {
    guard check.findingsAreErrors, violated != 0 else { return }
    let names = LintRule.allCases.filter { violated & $0.bit != 0 }.map(\.name).sorted()
    let message = "lint violation found for rules: \(names.joined(separator: ", "))"
    throw LintError(message: message, line: -1, range: findings.first?.range)
  }

  mutating func report(
    _ rule: LintRule,
    _ site: Site,
    at range: SourceRange,
    suggestion: String? = nil,
    _ message: () -> String
  ) {
    guard site.rules & rule.bit != 0 else { return }
    violated |= rule.bit
    let finding = LintFinding(
      rule: rule,
      message: message(),
      startLine: Int(site.start),
      endLine: Int(site.end),
      range: range,
      suggestion: suggestion
    )
    findings.append(finding)
  }
}

/// What holds for the findings of an instruction: the rules that are made there, and the lines that Docker names.
struct Site {
  let rules: UInt32
  let start: UInt32
  let end: UInt32
  /// An ONBUILD trigger: it has the lines of the FROM that fires it.
  var isTrigger = false

  func error(_ message: String, at range: SourceRange?, suggestion: String? = nil) -> LintError {
    LintError(message: message, line: Int(start), range: range, suggestion: suggestion)
  }
}

extension LintWalk {
  /// With the file's own options, whatever the comments above say.
  @inline(__always)
  func plainSite(_ node: Node) -> Site { Site(rules: check.rules, start: node.startLine, end: node.endLine) }

  /// With what the comments above say.
  @inline(__always)
  func site(_ node: Node) -> Site {
    node.comments.isEmpty ? plainSite(node) : commentedSite(node)
  }

  private func commentedSite(_ node: Node) -> Site {
    let comments = node.comments.indices.lazy.map { [tables] in tables.bytes(tables.comments[$0]) }
    guard let added = CheckOptions.comment(comments) else { return plainSite(node) }
    return Site(rules: check.adding(added).rules, start: node.startLine, end: node.endLine)
  }
}

extension LintError {
  init(_ problem: SyntaxProblem) {
    message = problem.dockerMessage
    line = problem.dockerLine
    range = problem.range
    suggestion = problem.suggestion
  }
}
