import BuildModel
import DockerfileSyntax
import Linting
import Testing

/// What refuses a build beside its instructions.
@Suite
struct RefusalTests {
  private func refusal(_ text: String, _ arguments: [String: String] = [:]) -> String? {
    let document = Document(parsing: Array(text.utf8))
    do throws(BuildError) {
      try Linter.refuse(document, target: nil, arguments: arguments)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `a base image that an argument names`() {
    let text = "ARG V\nFROM node:$V\n"
    #expect(refusal(text) == "failed to parse stage name \"node:\": invalid reference format")
    #expect(refusal(text, ["V": "26"]) == nil)
  }

  @Test func `options of the checks count with arguments, too`() {
    let violation = "lint violation found for rules: StageNameCasing"
    let text = "# check=error=true\nARG V=26\nFROM node:$V AS Builder\n"
    #expect(refusal(text) == violation)
    #expect(refusal(text, ["V": "24"]) == violation)
    let mistyped = refusal("# check=eror=true\nFROM scratch\n", ["V": "24"])
    #expect(mistyped?.hasPrefix("failed to parse check options") == true)
  }
}
