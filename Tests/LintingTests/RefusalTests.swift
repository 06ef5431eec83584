import BuildModel
import Course
import DockerfileSyntax
import Linting
import Testing

/// What refuses a build beside its instructions.
@Suite
struct RefusalTests {
  private func refusal(
    _ text: String,
    _ arguments: [String: String] = [:],
    bases: BaseImageFacts? = nil
  ) throws -> String? {
    let document = Document(parsing: Array(text.utf8))
    let managers = try CourseFacts().packageManagers
    do throws(BuildError) {
      try Linter.refuse(
        document,
        options: BuildOptions(arguments: arguments, baseImages: bases, packageManagers: managers)
      )
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `a base image that an argument names`() throws {
    let text = "ARG V\nFROM node:$V\n"
    #expect(try refusal(text) == "failed to parse stage name \"node:\": invalid reference format")
    #expect(try refusal(text, ["V": "26"]) == nil)
  }

  @Test func `options of the checks count with arguments, too`() throws {
    let violation = "lint violation found for rules: StageNameCasing"
    let text = "# check=error=true\nARG V=26\nFROM node:$V AS Builder\n"
    #expect(try refusal(text) == violation)
    #expect(try refusal(text, ["V": "24"]) == violation)
    let mistyped = try refusal("# check=eror=true\nFROM scratch\n", ["V": "24"])
    #expect(mistyped?.hasPrefix("failed to parse check options") == true)
  }

  @Test(
    arguments: [
      ("FROM python:3.14\nRUN pip install a==$PYTHON_VERSION\nLABEL a=$HOEM\n", nil),
      ("FROM scratch\nLABEL a=$HOEM\n", "UndefinedVar"),
      ("FROM scratch AS a\nFROM python:3.14 AS b\nLABEL a=$HOEM\nFROM a\nCOPY --from=b / /\n", nil),
      ("FROM scratch AS a\nLABEL a=$HOEM\nFROM a\nENV B $C\n", "LegacyKeyValueFormat, UndefinedVar"),
      ("FROM python:3.14\nENV B $HOEM\n", "LegacyKeyValueFormat"),
      // A stage that the target does not need.
      ("FROM scratch\nLABEL a=$HOEM\nFROM python:3.14\n", nil),
    ] as [(String, String?)]
  )
  func `what a base image may set is not missed`(text: String, rules: String?) throws {
    let facts = try CourseFacts().baseImages
    let words = rules.map { "lint violation found for rules: \($0)" }
    #expect(try refusal("# check=error=true\n" + text, bases: facts) == words)
  }

  @Test func `with bases that count as empty every variable counts`() throws {
    let text = "# check=error=true\nFROM python:3.14\nLABEL a=$HOEM\n"
    #expect(try refusal(text) == "lint violation found for rules: UndefinedVar")
  }
}
