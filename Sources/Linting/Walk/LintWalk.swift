import BuildModel
import Diagnostics
import DockerfileSyntax

/// One pass over a document, in the order of BuildKit's conversion: what stops it stops the checks, too. The same walk
/// goes over one document after the other, and keeps its memory.
struct LintWalk: ~Copyable {
  let options: LintOptions
  let allStages: Bool
  var tables = Tables.none
  /// Of the file; the words of a trigger are expanded with it as well.
  var escape = UInt8(ascii: "\\")
  var hasProblems = false
  /// What the file says of the checks.
  var check = CheckOptions.standard
  var findings = Scratch<LintRecord>()
  /// The words of the findings.
  var text = MessageText(capacity: 512)
  /// Rules that found something, whether or not a later error hides it.
  private var violated: UInt32 = 0
  var variables = VariableStore()
  /// Before the first FROM.
  var globals = ScopeTree.Root()
  /// As many as the document has.
  var stages = Scratch<StageRecord>()
  /// Which stage has each of the names.
  var stageNames = StageNames()
  /// Some base is no image name.
  var hasMalformedBases = false
  /// Instructions of the stages that have flags.
  var flagged = Scratch<UInt32>()
  /// COPY and RUN that take from a stage of the file.
  var links = Scratch<StageLink>()
  /// One of them takes from a stage that doesn't come before its own.
  var hasForwardLinks = false
  /// Names of images that COPY and RUN take from.
  var imported = Scratch<ImportedImage>()
  /// Triggers that fire, by their place in the document; those of a stage lie together.
  var fired = Scratch<UInt32>()
  /// The index of the stage that is built.
  var target = 0
  var hasTriggers = false
  /// The stage at hand.
  var state = StageState(0, isWindows: false, Heritage())
  /// Variables of its image's environment that an ARG hides until its end, as numbers of their names.
  var hidden = Scratch<UInt32>()
  /// What the sources of the COPY at hand expand to.
  var sources = Scratch<Bytes>()
  /// The same for the pairs of an ENV.
  var values = Scratch<ExpandedPair>()
  /// How many names were compared for hints.
  var hintEffort = 0

  init(_ options: LintOptions) {
    self.options = options
    allStages = options.scope == .allStages
  }

  /// Larger tables are given back after a document.
  private static var largestKept: Int { 1 << 12 }

  /// Makes ready for another document.
  mutating func begin(_ document: Document) {
    tables = Tables(document)
    escape = document.escape
    hasProblems = document.hasProblems
    check = .standard
    findings.empty(keepingAtMost: Self.largestKept)
    text.empty(keepingAtMost: Self.largestKept * 16)
    violated = 0
    variables.empty()
    globals = ScopeTree.Root()
    stages.empty(keepingAtMost: Self.largestKept)
    stageNames.empty()
    hasMalformedBases = false
    flagged.empty(keepingAtMost: Self.largestKept)
    links.empty(keepingAtMost: Self.largestKept)
    hasForwardLinks = false
    imported.empty(keepingAtMost: Self.largestKept)
    fired.empty(keepingAtMost: Self.largestKept)
    target = 0
    hasTriggers = false
    hidden.empty(keepingAtMost: Self.largestKept)
    sources.empty(keepingAtMost: Self.largestKept)
    values.empty(keepingAtMost: Self.largestKept)
    hintEffort = 0
  }

  /// Lets the document go.
  mutating func end() { tables = .none }

  /// - Throws: what Docker refuses the file for. The findings up to there are good.
  mutating func run() throws(LintError) {
    try readCheckOptions()
    if hasProblems { try refuseUnreadable() }
    checkEmptyContinuations()
    let casing = try checkInstructions()
    checkStageNames()
    if casing.isMixed { checkCasing(casing) }
    try readGlobalArguments()
    try resolveStages()
    try dispatchStages()
    if check.findingsAreErrors { try refuseFindings() }
  }

  private mutating func readCheckOptions() throws(LintError) {
    let source = tables.source
    if source.isEmpty { throw LintError(message: "the Dockerfile cannot be empty", line: -1, range: nil) }
    guard source[0] == UInt8(ascii: "#") || source[0] == 0xEF, let value = CheckOptions.directive(in: source) else {
      return
    }
    do throws(CheckOptionError) {
      check = try CheckOptions(Array(value)[...])
    } catch {
      let directive = tables.document.directives.first { $0.kind == .check }
      let message = "failed to parse check options: \(error.message)"
      throw LintError(message: message, line: -1, range: directive?.value.range, isOfCheckOptions: true)
    }
  }

  private func refuseUnreadable() throws(LintError) {
    guard let problem = tables.document.problems.first(where: { $0.phase == .reading }) else { return }
    throw LintError(problem)
  }

  /// `error=true` makes a refusal of findings.
  private func refuseFindings() throws(LintError) {
    guard violated != 0 else { return }
    let rules = LintRule.allCases.filter { violated & $0.bit != 0 }
    throw LintError(violations: Set(rules), at: findings.elements.first?.range)
  }
}

extension LintWalk {
  /// Whether what a rule finds there is to be told.
  @inline(__always)
  func makes(_ rule: LintRule, _ site: Site) -> Bool { site.rules & rule.bit != 0 }

  /// - Parameter message: appends Docker's own words.
  @inline(__always)
  mutating func report(
    _ rule: LintRule,
    _ site: Site,
    at range: SourceRange,
    suggestion: String? = nil,
    _ message: (inout MessageText) -> Void
  ) {
    guard makes(rule, site) else { return }
    let start = text.count
    message(&text)
    add(rule, site, range, start, suggestion)
  }

  @inline(never)
  private mutating func add(
    _ rule: LintRule,
    _ site: Site,
    _ range: SourceRange,
    _ start: Int,
    _ suggestion: String?
  ) {
    violated |= rule.bit
    let end = text.count
    if let suggestion { text.append(suggestion) }
    let finding = LintRecord(
      rule: rule,
      startLine: site.start,
      endLine: site.end,
      range: range,
      message: Run32(start..<end),
      suggestion: Run32(end..<text.count)
    )
    findings.append(finding)
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
