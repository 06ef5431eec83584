import BuildModel
import Course
import Diagnostics
import Rubric

/// Grading by the rubric of `react-node`, for packages that measure it: bytes in, a count out.
public final class GradingWorkload: Sendable {
  private let grader: Grader

  /// Reads the rubric and the facts that are part of the program.
  /// - Throws: what is wrong with them, which a test would have found.
  public init() throws {
    let registry = CheckRegistry.standard
    let catalog = try CourseCatalog(EmbeddedCourse(), checks: CheckNames(ids: registry.ids) { registry[$0] })
    let facts = try CourseFacts()
    grader = Grader(
      rubric: try catalog.rubric(of: "react-node").rubric,
      baseImages: facts.baseImages,
      packageManagers: facts.packageManagers
    )
  }

  /// Grades a Dockerfile: its points, and the bytes of what is said of it and of its image.
  ///
  /// The count depends on the whole result, so that nothing of the work can be left out, and is the same each time.
  public func run(_ bytes: [UInt8]) -> Int {
    let result = grader.grade(SourceFile(path: "Dockerfile", bytes: bytes))
    var count = result.score + (result.error?.utf8.count ?? 0)
    for check in result.checks {
      count += check.message.utf8.count + (check.reason?.utf8.count ?? 0) + (check.fix?.utf8.count ?? 0)
      count += Int(check.range?.lower ?? 0) + check.notes.count
    }
    for line in result.imageSummary { count += line.utf8.count }
    for entry in result.image?.environment ?? [] { count += entry.utf8.count }
    return count + result.diagnostics.count
  }
}
