import BuildModel
import DockerfileSyntax
import Linting
import Testing

@testable import Course

/// Every page about a build check proves itself: its bad example is found, its good one is not.
struct RulePageTests {
  /// A fenced block: the words behind its fence, and its lines.
  private struct Example {
    var words: [String]
    var text: String
  }

  private static func pages() -> [RulePage] {
    do {
      return try RulePage.builtIn()
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test
  func `there is a page for every rule, with its summary`() {
    let pages = Self.pages()
    let rules = LintRule.allCases.sorted { $0.name < $1.name }
    #expect(pages.map(\.rule) == rules.map(\.name))
    #expect(pages.map(\.summary) == rules.map(\.summary))
    for (page, rule) in zip(pages, rules) where rule.requirement != .registry {
      #expect(page.body.contains("<\(rule.documentation)>"), "\(page.rule)")
      #expect(!page.fires.isEmpty)
    }
  }

  @Test(arguments: pages())
  func `finds what is bad in an example, and nothing in the good one`(page: RulePage) throws {
    let rule = try #require(LintRule(name: page.rule))
    let examples = Self.examples(page.body)
    let ignoring = try examples.first { $0.words == ["dockerignore"] }.map { try IgnorePatterns(Array($0.text.utf8)) }
    var options = LintOptions()
    if let ignoring { options.isIgnored = { path in ignoring.leavesOut(path) } }
    let linter = Linter(options)
    for example in examples where example.words.first == "dockerfile" {
      let result = linter.lint(Document(parsing: Array(example.text.utf8)))
      switch example.words.dropFirst().first {
      // The line that switches the check off, alone.
      case nil: #expect(result.findings.isEmpty)
      case "bad":
        #expect(result.findings.map(\.rule) == page.fires.map { _ in rule })
        #expect(result.findings.map(\.startLine) == page.fires)
        #expect((result.error != nil) == page.isRefused, "\(String(describing: result.error))")
      default:
        #expect(result.findings.isEmpty)
        #expect(result.error == nil)
      }
    }
    let kinds = examples.flatMap { $0.words.dropFirst() }
    #expect(kinds == (rule.requirement == .registry ? [] : ["bad", "good"]))
  }

  @Test(arguments: pages())
  func `fits a terminal of eighty columns`(page: RulePage) {
    let wide = Self.examples(page.body).flatMap { $0.text.split(separator: "\n") }.filter { $0.count > 72 }
    #expect(wide.isEmpty, "\(page.rule)")
  }

  private static func examples(_ body: String) -> [Example] {
    var found: [Example] = []
    var isOpen = false
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen { found.append(Example(words: line.dropFirst(3).split(separator: " ").map(String.init), text: "")) }
        isOpen.toggle()
      } else if isOpen {
        found[found.count - 1].text += line + "\n"
      }
    }
    return found
  }
}

extension RulePage: CustomTestStringConvertible {
  public var testDescription: String { rule }
}
