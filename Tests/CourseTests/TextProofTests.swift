import Course
import Diagnostics
import Testing

/// Whether texts fit, and lead somewhere.
@Suite struct TextProofTests {
  /// A surveyor that finds something on the last line of every text.
  private static func survey(_ find: @escaping @Sendable (SourcePosition, inout MarkdownSurvey) -> Void)
    -> MarkdownSurvey.Surveyor
  {
    { text, columns in
      var survey = MarkdownSurvey()
      find(SourcePosition(line: text.split(separator: "\n").count, column: columns), &survey)
      return survey
    }
  }

  private static func told(_ survey: @escaping MarkdownSurvey.Surveyor) throws -> [String] {
    let catalog = try CourseCatalog(MemoryCourse(), checks: .three)
    let verification = try CourseVerification(of: catalog, facts: CourseFacts(), survey: survey) { source, exercise in
      let text = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      return CourseVerificationTests.result(
        source,
        exercise,
        failing: CourseVerificationTests.verdicts[text] ?? [],
        isRefused: text == "FORM"
      )
    }
    return (verification.errors + verification.notes).map(\.description).filter {
      !CourseVerificationTests.gaps.contains($0)
    }
  }

  @Test func `tells what is too wide, by the columns of each kind of text`() throws {
    let told = try Self.told(Self.survey { $1.overflows.append(.init(at: $0, needed: 90, room: $0.column - 6)) })
    #expect(
      told == [
        "Exercises/01-small/brief.md:1:60: 90 columns wide; at 60 columns there is room for 54 here",
        "Lessons/01-first.md:10:80: 90 columns wide; at 80 columns there is room for 74 here",
        "Solutions/01-small/commentary.md:1:80: 90 columns wide; at 80 columns there is room for 74 here",
      ]
    )
  }

  @Test(
    arguments: [
      ("https://docs.docker.com/", []), ("mailto:a@example.org", []),
      ("src", ["Lessons"]), ("src/a file.js", ["Lessons"]), ("sr", ["Exercises", "Lessons", "Solutions"]),
      ("../x", ["Exercises", "Lessons", "Solutions"]),
    ]
  )
  func `a link leads to the web or to a file of the exercise`(target: String, told folders: [String]) throws {
    let told = try Self.told(Self.survey { $1.links.append(.init(target, at: $0)) })
    #expect(told.map { String($0.prefix { $0 != "/" }) } == folders)
    #expect(told.allSatisfy { $0.hasSuffix(": the link `\(target)` leads to nothing that a learner has") })
  }

  @Test(
    arguments: [
      ("stagecraft lesson first", nil), ("stagecraft lesson 1", nil), ("$ stagecraft hint small healthcheck", nil),
      ("stagecraft hint EXERCISE", nil), ("stagecraft grade --exercise small", nil), ("npm lesson x", nil),
      ("stagecraft exercise smal", "there is no exercise `smal`; did you mean `small`?"),
      ("stagecraft grade --exercise big x", "there is no exercise `big`"),
      ("stagecraft lesson 2", "the lesson `2` is not written yet"),
    ]
  )
  func `commands name what is there`(code: String, told: String?) throws {
    let problems = try Self.told(Self.survey { $1.code.append(.init(code, at: $0)) })
    #expect(problems.count == (told == nil ? 0 : 3))
    #expect(problems.allSatisfy { $0.hasSuffix(": \(told ?? "")") }, "\(problems)")
  }
}
