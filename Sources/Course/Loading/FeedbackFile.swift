import Rubric

/// Reads `feedback`: an author's own words for what is passed, failed or not judged.
struct FeedbackFile {
  let question: Question

  func feedback(_ entry: YAMLFields) -> Feedback {
    guard let node = entry.values["feedback"],
      let fields = entry.reader.fields(of: node, keys: ["passed", "failed", "not-judged"])
    else { return Feedback() }
    return Feedback(
      passed: template(fields, "passed"),
      failed: template(fields, "failed"),
      notJudged: template(fields, "not-judged")
    )
  }

  private func template(_ fields: YAMLFields, _ key: String) -> Feedback.Template? {
    guard let text = fields.optionalText(key) else { return nil }
    do throws(Feedback.Invalid) {
      return try Feedback.Template(text, placeholders: question.check?.check.placeholders ?? Feedback.everywhere)
    } catch {
      fields.report(.meaning(.question(problem(error))), at: key)
      return nil
    }
  }

  private func problem(_ invalid: Feedback.Invalid) -> QuestionProblem {
    switch invalid {
    case .unknown(let name, let nearest, let known): .unknownPlaceholder(name, nearest: nearest, known: known)
    case .openBrace: .openBrace
    case .severalLines: .severalLines
    }
  }
}
