import Course
import Foundation
import Rubric
import TestKit
import Testing

/// What is generated from the catalogue of checks is in the repository as it would be generated now.
/// `RECORD_GOLDENS=1 swift test --filter GeneratedDocumentTests` writes it anew.
struct GeneratedDocumentTests {
  @Test func `the catalogue of checks is as it is generated`() throws {
    let bytes = Array(CheckCatalogue(.standard).markdown.utf8)
    #expect(try GoldenFile(document: "Checks.md").difference(from: bytes) == nil)
  }

  @Test func `the schema of exercises is as it is generated`() throws {
    let bytes = Array(ExerciseSchema(.standard).text.utf8)
    #expect(try GoldenFile(document: "exercise.schema.json").difference(from: bytes) == nil)
  }

  @Test func `the schema is JSON and knows every check and parameter`() throws {
    let data = Data(ExerciseSchema(.standard).text.utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let definitions = try #require(root["$defs"] as? [String: Any])
    let check = try #require(definitions["check"] as? [String: [[String: String]]])
    #expect(check["oneOf"]?.compactMap { $0["const"] } == CheckRegistry.standard.ids)
    for check in CheckRegistry.standard.checks where !check.parameters.isEmpty {
      let with = try #require(definitions["with-\(check.id)"] as? [String: Any])
      let properties = try #require(with["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(check.parameters.map(\.name)))
      let required = check.parameters.filter { $0.need == .required }.map(\.name)
      #expect(with["required"] as? [String] == required)
    }
  }

  @Test(arguments: CheckRegistry.standard.ids)
  func `a page shows every parameter and every example`(id: String) throws {
    let check = try #require(CheckRegistry.standard[id])
    let page = CheckPage(check).markdown()
    for parameter in check.parameters { #expect(page.contains("- `\(parameter.name)`: \(parameter.meaning). ")) }
    #expect(page.components(separatedBy: "```dockerfile").count - 1 == check.good.count + check.bad.count)
    #expect(!page.contains("⟦") && !page.contains("⟧"))
  }
}
