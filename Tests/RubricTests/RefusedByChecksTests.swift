import BuildModel
import Course
import Diagnostics
import Rubric
import Testing

/// Docker's build checks refuse a file where it asks them to, and then nothing is graded.
@Suite struct RefusedByChecksTests {
  private static func grade(_ text: String) throws -> SubmissionResult {
    let check = try #require(CheckRegistry.standard["pinned-base"])
    let rubric = Rubric(passMark: 1, items: [.init(check: try check.asked(), points: 100, severity: .required)])
    let facts = try CourseFacts()
    return Grader(rubric: rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
      .grade(SourceFile(path: "Dockerfile", text: text))
  }

  @Test(
    arguments: [
      ("# check=error=true\nFROM alpine:3.24 as a\n", "lint violation found for rules: FromAsCasing"),
      ("# check=eror=true\nFROM alpine:3.24\n", "failed to parse check options: invalid check option \"eror\""),
    ]
  )
  func `refused`(text: String, error: String) throws {
    let result = try Self.grade(text)
    #expect(result.status == .rejected)
    #expect(result.error == error)
    #expect(result.checks.map(\.status) == [.notJudged])
  }

  @Test(
    arguments: [
      "FROM alpine:3.24 as a\n", "# check=skip=FromAsCasing;error=true\nFROM alpine:3.24 as a\n",
      // What the image sets is not known.
      "# check=error=true\nFROM python:3.14\nRUN echo $PYTHON_VERSION\nENV A=$PYTHON_VERSION\n",
    ]
  )
  func `not refused`(text: String) throws {
    #expect(try Self.grade(text).status == .passed)
  }
}
