import BuildModel
import Diagnostics
import DockerfileSyntax
import Linting

/// Shows that a lesson is right: each Dockerfile in it is what the author says it is, and what a question predicts
/// comes true.
struct LessonProof {
  /// The widest line of code that stands in a terminal of 80 columns, in its box.
  static let widestCode = 72

  let lesson: Lesson
  let parts: [LessonPart]
  let path: String
  let facts: CourseFacts

  func problems() -> [CourseProblem] {
    var problems: [CourseProblem] = []
    for block in MarkdownPart.blocks(of: lesson.body) where block.words.first != LessonBody.language {
      problems += self.problems(of: block)
    }
    for case .question(let question) in parts { problems += self.problems(of: question) }
    return problems
  }

  /// What an author says about a Dockerfile that is shown.
  private struct Claim {
    var findings: [String] = []
    var isRefused = false
  }

  private func problems(of block: FencedBlock) -> [CourseProblem] {
    let line = lesson.bodyLine + block.line - 1
    var found: [CourseProblem] = []
    if !block.isClosed { found.append(problem(.fenceOpen, line)) }
    for (index, text) in block.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where text.count > Self.widestCode {
      found.append(problem(.wideCode(text.count, most: Self.widestCode), line + index + 1))
    }
    guard block.words.first == "dockerfile" else { return found }
    var claim = Claim()
    for word in block.words.dropFirst() {
      if word == "refused" {
        claim.isRefused = true
      } else if word.hasPrefix("bad=") {
        claim.findings = word.dropFirst(4).split(separator: ",").map(String.init)
      } else {
        found.append(problem(.unknownClaim(word), line))
      }
    }
    return found + problems(of: block.text, claim, below: line)
  }

  private func problems(of question: QuizQuestion) -> [CourseProblem] {
    guard let file = question.dockerfile else { return [] }
    let claim = Claim(findings: question.findings, isRefused: question.isRefused)
    let found = problems(of: file, claim, below: nil).map { found in
      problem(.inQuestion(question.id, found.message), nil)
    }
    guard let prediction = question.prediction, case .single(let options) = question.kind else { return found }
    let actual = value(of: prediction, in: file)
    return found
      + options.filter { ($0.value == actual) != $0.isRight }.map { option in
        problem(.prediction(question.id, option: option.value ?? "", actual: actual, isRight: option.isRight), nil)
      }
  }

  /// - Parameter line: that before the first one of the text; nil where the place is not known.
  private func problems(of text: String, _ claim: Claim, below line: Int?) -> [CourseProblem] {
    var bytes = Array(text.utf8)
    var added = 0
    if !Self.beginsFile(Document(parsing: bytes)) {
      bytes = Array("FROM scratch\n".utf8) + bytes
      added = 1
    }
    let document = Document(parsing: bytes)
    let result = Linter().lint(document)
    func place(_ inText: Int) -> Int? { line.map { max($0, $0 + inText - added) } }
    if let error = result.error, !claim.isRefused {
      // Docker's own words count from the line that was added.
      return [problem(.refused(document.problems.first?.message ?? error.message), place(error.line))]
    }
    if result.error == nil, claim.isRefused { return [problem(.accepted, line)] }
    let names = result.findings.map(\.rule.name)
    let unexpected = result.findings.filter { !claim.findings.contains($0.rule.name) }
    return unexpected.map { problem(.finding($0.rule.name, $0.message), place($0.startLine)) }
      + claim.findings.filter { !names.contains($0) }.map { problem(.noFinding($0), line) }
  }

  /// Whether a text is a file of its own rather than a part of one.
  private static func beginsFile(_ document: Document) -> Bool {
    guard let first = document.nodes.first else { return true }
    return first.kind == .from || first.kind == .arg
  }

  /// What the grader's model makes of it; nil where it cannot know.
  private func value(of prediction: QuizQuestion.Prediction, in file: String) -> String? {
    let options = BuildOptions(baseImages: facts.baseImages, packageManagers: facts.packageManagers)
    let build: Build
    do {
      build = try Build(of: Document(parsing: Array(file.utf8)), options: options)
    } catch {
      return nil
    }
    guard let state = build.states[build.target] else { return nil }
    let image = state.image
    func isKnown(_ fields: EffectiveImage.Field...) -> Bool {
      !state.external.isUnknown || !fields.contains { image.inherits.contains($0) }
    }
    switch prediction {
    case .user: return isKnown(.user) ? (image.user.isEmpty ? "root" : image.user) : nil
    case .workdir: return isKnown(.workingDirectory, .workingDirectoryPrefix) ? image.workingDirectory : nil
    case .command:
      let words = (image.entrypoint ?? []) + (image.command ?? [])
      return isKnown(.entrypoint, .command) ? words.joined(separator: " ") : nil
    case .stages: return build.neededStages.map { $0.name.isEmpty ? String($0.index) : $0.name }.joined(separator: " ")
    case .healthcheck:
      guard isKnown(.healthcheck) else { return nil }
      return image.healthcheck.map { $0.test != ["NONE"] } == true ? "yes" : "no"
    }
  }

  private func problem(_ kind: LessonProblem, _ line: Int?) -> CourseProblem {
    CourseProblem(.lesson(kind), path: path, position: line.map { SourcePosition(line: $0, column: 1) })
  }
}
