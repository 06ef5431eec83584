import BuildModel
import Diagnostics

/// Asks the questions of a rubric about one submission.
struct Inquiry {
  private let image: JudgedImage
  /// The images of other stages, each made when it is first asked about.
  private var views: [Int: View] = [:]

  private enum View {
    case image(JudgedImage)
    case refused(Finding)
  }

  /// What came out, and whose words it is.
  struct Verdict {
    var outcome: Outcome
    /// The check that it comes from; nil where several agree.
    var check: AskedCheck?
    /// The name of the stage that was judged.
    var stage: String?
    /// Another item of the rubric must pass first.
    var isWaiting = false
  }

  init(_ image: JudgedImage) {
    self.image = image
  }

  /// - Parameter hasPassed: whether an earlier item of the rubric has.
  mutating func ask(_ question: Question, after hasPassed: (String) -> Bool) -> Verdict {
    switch question {
    case .check(let asked): return ask(asked, after: hasPassed)
    case .not(let other): return opposite(of: ask(other, after: hasPassed))
    case .all(let parts):
      var verdicts: [Verdict] = []
      for part in parts { verdicts.append(ask(part.question, after: hasPassed)) }
      return all(verdicts, parts)
    case .any(let questions):
      var verdicts: [Verdict] = []
      for question in questions {
        let verdict = ask(question, after: hasPassed)
        if verdict.outcome.isPassed { return verdict }
        verdicts.append(verdict)
      }
      return verdicts.first { $0.outcome.isUnknown } ?? none(of: verdicts)
    }
  }

  private mutating func ask(_ asked: AskedCheck, after hasPassed: (String) -> Bool) -> Verdict {
    if let needed = asked.needs.first(where: { !hasPassed($0) }) {
      return Verdict(outcome: .notJudged(.waiting(for: needed)), isWaiting: true)
    }
    // Nearly every question is one about the final stage.
    if asked.stage == .final { return Verdict(outcome: asked.judge(image), check: asked, stage: nil) }
    let stages = asked.stage.stages(of: image)
    var verdicts: [Verdict] = []
    for stage in stages {
      let name = image.build.stages[stage].displayName
      let verdict =
        switch view(of: stage) {
        case .image(let image): Verdict(outcome: asked.judge(image), check: asked, stage: name)
        case .refused(let finding): Verdict(outcome: .notJudged(finding), check: asked, stage: name)
        }
      if verdict.outcome.isPassed { return verdict }
      verdicts.append(verdict)
    }
    return verdicts.first { $0.outcome.isUnknown } ?? verdicts.first
      ?? Verdict(outcome: .failed(asked.stage.missing(in: image)), check: asked, stage: asked.stage.text)
  }

  private mutating func view(of stage: Int) -> View {
    if let known = views[stage] { return known }
    let view: View
    do throws(BuildError) {
      view = .image(try image.judging(stage: stage))
    } catch {
      let name = image.build.stages[stage].displayName
      view = .refused(
        Finding("Docker refuses a stage", "Docker refuses the stage \(name): \(error.message)", at: error.range)
      )
    }
    views[stage] = view
    return view
  }

  /// The first failure speaks for all; where there is none, the first part that is not judged.
  private func all(_ verdicts: [Verdict], _ parts: [Question.Part]) -> Verdict {
    if var first = verdicts.first(where: { $0.outcome.isFailed }), case .failed(var finding) = first.outcome {
      finding.share = share(verdicts, parts)
      first.outcome = .failed(finding)
      return first
    }
    if let unknown = verdicts.first(where: { $0.outcome.isUnknown }) { return unknown }
    let praises = verdicts.compactMap(\.outcome.praise)
    return Verdict(
      outcome: .passed(
        praises.prefix(3).map(\.message).joined(separator: "; ") + (praises.count > 3 ? "; …" : ""),
        notes: praises.flatMap(\.notes),
        at: praises.lazy.compactMap(\.range).first
      )
    )
  }

  private func share(_ verdicts: [Verdict], _ parts: [Question.Part]) -> Share {
    zip(verdicts, parts).reduce(into: Share(0, of: 0)) { share, pair in
      let weight = pair.1.points ?? 1
      share.all += weight
      if pair.0.outcome.isPassed { share.met += weight }
    }
  }

  /// The first alternative is the one that an author puts first: its finding is told.
  private func none(of verdicts: [Verdict]) -> Verdict {
    guard var first = verdicts.first, case .failed(var finding) = first.outcome else {
      return Verdict(outcome: .failed(Finding("no alternative", "there is no alternative", at: image.fromRange)))
    }
    finding.share = nil
    first.outcome = .failed(finding)
    return first
  }

  private func opposite(of verdict: Verdict) -> Verdict {
    switch verdict.outcome {
    case .passed(let message, _, let values, let range):
      let finding = Finding("what must not be is there", message, at: range ?? image.fromRange, values: values)
      return Verdict(outcome: .failed(finding), stage: verdict.stage)
    case .failed(let finding):
      return Verdict(outcome: .passed(finding.message, values: finding.values), stage: verdict.stage)
    case .notJudged: return verdict
    }
  }
}

extension Outcome {
  fileprivate var isPassed: Bool { if case .passed = self { true } else { false } }
  fileprivate var isFailed: Bool { if case .failed = self { true } else { false } }
  fileprivate var isUnknown: Bool { if case .notJudged = self { true } else { false } }

  fileprivate var praise: (message: String, notes: [Diagnostic], range: SourceRange?)? {
    if case .passed(let message, let notes, _, let range) = self { return (message, notes, range) }
    return nil
  }
}

extension Finding {
  /// Another item of the rubric comes first.
  static func waiting(for id: String) -> Finding {
    Finding("waits for \(id)", "waits for \(id)", at: nil)
  }
}
