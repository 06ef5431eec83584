import BuildModel
import Course
import Diagnostics
import Rubric
import Testing

@Suite struct BuiltInCourseTests {
  @Test func `loads without a mistake`() throws {
    let course = try CourseCatalog(EmbeddedCourse(), checks: .standard).course(facts: try CourseFacts())
    #expect(course.title == "Docker multi-stage builds")
    #expect(course.exercises.count == 26)
    #expect(course.exercises.map(\.id).contains("react-node"))
    #expect(!course.lessons.isEmpty)
  }

  @Test func `has the facts that grading rests on`() throws {
    let facts = try CourseFacts()
    let node = facts.baseImages.rows.filter { $0.repositories.contains("docker.io/library/node") }
    #expect(!node.isEmpty)
    #expect(node.allSatisfy { $0.users["node"] == 1000 })
    #expect(facts.baseImages.releaseLines.contains { $0.line == "18" && $0.endOfLife == "2025-04-30" })
    #expect(facts.packageManagers.npmCleanInstall.isSuperset(of: ["ci", "clean-install", "isntall-clean"]))
    #expect(facts.packageManagers.npmKnownFlags.contains("omit"))
    #expect(facts.packageManagers.buildTools.contains("vite"))
  }

  @Test func `puts a user's own images before the built-in ones`() throws {
    let own = SourceFile(
      path: "own.yml",
      text: """
        format: 1
        date: 2026-11-23
        rows:
          - repositories: [registry.example.org/node]
            kind: slim
            users: {}
            shell: none
            date: 2026-11-23
            source: our registry

        """
    )
    let facts = try CourseFacts(own: own)
    #expect(facts.baseImages.rows.first?.repositories == ["registry.example.org/node"])
    #expect(facts.baseImages.rows.first?.shell == nil)
    #expect(facts.baseImages.rows.first?.tools == nil)
    #expect(try facts.baseImages.rows.count == CourseFacts().baseImages.rows.count + 1)
    #expect(try facts.baseImages.date == CourseFacts().baseImages.date)
  }
}

extension CheckNames {
  fileprivate static let standard = CheckNames(ids: CheckRegistry.standard.ids) { CheckRegistry.standard[$0] }
}
