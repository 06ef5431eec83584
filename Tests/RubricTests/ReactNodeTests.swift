import Course
import Diagnostics
import Rubric
import Testing

@Suite struct ReactNodeTests {
  private static func exercise() throws -> Exercise {
    let exercises = try Judge.standard().catalog.allExercises()
    return try #require(exercises.first { $0.id == "react-node" })
  }

  @Test func `the starting file builds, and scores under half`() throws {
    let start = try #require(Self.exercise().files.first { $0.path == "Dockerfile" })
    let result = try Judge.standard().grader.grade(SourceFile(path: "Dockerfile", bytes: start.bytes))
    #expect(result.status == .failed)
    #expect(result.score * 2 < result.maxScore)
    for check in result.checks where check.status == .failed {
      #expect(check.range != nil, "\(check.id)")
      #expect(check.fix != nil, "\(check.id)")
    }
  }

  @Test(arguments: ["non-root-user", "healthcheck", "node-environment"])
  func `what is absent is pointed out at the final FROM`(check: String) throws {
    let start = try #require(Self.exercise().files.first { $0.path == "Dockerfile" })
    let source = SourceFile(path: "Dockerfile", bytes: start.bytes)
    let found = try #require(Judge.standard().grader.grade(source)[check])
    #expect(found.status == .failed)
    #expect(found.range.map(source.text(in:)) == "FROM node:26")
  }

  @Test func `the solution gets full marks, and every check passes`() throws {
    let solution = SourceFile(path: "Dockerfile", bytes: try Self.exercise().solution)
    let result = try Judge.standard().grader.grade(solution)
    #expect(result.status == .passed)
    #expect(result.score == 100 && result.maxScore == 100)
    #expect(result.checks.filter { $0.status != .passed }.map(\.id) == [])
    #expect(result.checks.flatMap(\.notes).map(\.message) == [])
    #expect(try result.checks.map(\.id) == Judge.standard().grader.rubric.items.map(\.id))
  }

  @Test func `points and severities are the course's`() throws {
    let rubric = try Judge.standard().grader.rubric
    let points = Dictionary(
      uniqueKeysWithValues: rubric.items.filter { $0.points > 0 }.map { ($0.id, $0.points) }
    )
    #expect(
      points == [
        "builder-stage": 20, "production-stage": 20, "production-dependencies": 20, "non-root-user": 15,
        "healthcheck": 15, "user-exists": 5, "healthcheck-probe": 5,
      ]
    )
    #expect(rubric.passMark == 80)
    let required = rubric.items.filter { $0.severity == .required }.map(\.id)
    let structure = ["builder-stage", "production-stage", "production-dependencies", "non-root-user", "healthcheck"]
    #expect(required == structure)
  }

  @Test func `every example of the course gets its outcome`() throws {
    let judge = try Judge.standard()
    let verification = try CourseVerification(of: judge.catalog, facts: CourseFacts()) { source, exercise in
      Grader(
        rubric: exercise.rubric,
        baseImages: judge.facts.baseImages,
        packageManagers: judge.facts.packageManagers
      ).grade(source)
    }
    #expect(verification.errors.map(\.description) == [])
    #expect(try Self.exercise().examples.count >= 33)
  }

  @Test(arguments: ["", "FORM node:26\n", "FROM node:26\nCOPY --form=builder /a /b\n", "FROM node:26\nUSER\n"])
  func `what Docker refuses is not judged`(text: String) throws {
    let result = try Judge.standard().grade(text)
    #expect(result.status == .rejected)
    #expect(result.score == 0)
    #expect(result.error?.isEmpty == false)
    #expect(result.diagnostics.first?.severity == .error)
    #expect(try result.checks.count == Judge.standard().grader.rubric.items.count)
    #expect(result.checks.allSatisfy { $0.status == .notJudged && $0.points == 0 })
  }

  @Test func `a check waits for the one that it needs`() throws {
    let result = try Judge.standard().grade("FROM node:26-alpine\nUSER root\nHEALTHCHECK NONE\n")
    #expect(result["user-exists"]?.reason == "waits for non-root-user")
    #expect(result["healthcheck-probe"]?.reason == "waits for healthcheck")
    #expect(result["user-exists"]?.points == 0)
  }
}
