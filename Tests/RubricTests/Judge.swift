import BuildModel
import Course
import Diagnostics
import DockerfileSyntax
import Rubric

/// The checks, facts and main rubric of the built-in course at work on Dockerfiles.
struct Judge {
  let facts: CourseFacts
  let catalog: CourseCatalog
  /// Grades for the exercise `react-node`.
  let grader: Grader

  private static let loaded = Result<Judge, any Error> { try Judge() }

  /// The one judge of all tests: it has no state, and reading the facts takes a while.
  static func standard() throws -> Judge { try loaded.get() }

  private init() throws {
    let registry = CheckRegistry.standard
    facts = try CourseFacts()
    catalog = try CourseCatalog(EmbeddedCourse(), checks: CheckNames(ids: registry.ids) { registry[$0] })
    grader = Grader(
      rubric: try catalog.rubric(of: "react-node").rubric,
      baseImages: facts.baseImages,
      packageManagers: facts.packageManagers
    )
  }

  func image(of text: String, target: String? = nil, ignoreFile: IgnoreFile = .unknown) throws -> JudgedImage {
    let options = BuildOptions(target: target, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
    return try JudgedImage(of: Document(parsing: Array(text.utf8)), options: options, ignoreFile: ignoreFile)
  }

  /// What one check says about a file, asked as an example asks it.
  func result(of check: Check, in text: String, asked example: CheckExample) throws -> CheckResult {
    let asked = try check.asked(with: example.arguments, of: example.stage)
    let rubric = Rubric(passMark: 1, items: [Rubric.Item(check: asked, points: 100, severity: .required)])
    let grader = Grader(rubric: rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
    let result = grader.grade(SourceFile(path: "Dockerfile", text: text), ignoreFile: example.ignoreFile)
    guard let found = result.checks.first else { throw Unjudged(reason: result.error ?? "nothing was judged") }
    return found
  }

  struct Unjudged: Error {
    var reason: String
  }

  func grade(_ text: String, target: String? = nil) -> SubmissionResult {
    grader.grade(SourceFile(path: "Dockerfile", text: text), target: target)
  }
}

extension SubmissionResult {
  subscript(check: String) -> CheckResult? { checks.first { $0.id == check } }

  func status(_ check: String) -> CheckResult.Status? { self[check]?.status }

  /// Ids of the checks with points that did not pass.
  var missed: [String] { checks.filter { $0.maxPoints > 0 && $0.status != .passed }.map(\.id) }
}
