import BuildModel
import Course
import Diagnostics
import Rubric
import Testing

/// What a new part of a course begins with.
@Suite struct ScaffoldTests {
  private static let checks = CheckNames(ids: CheckRegistry.standard.ids) { CheckRegistry.standard[$0] }

  private static func catalog(_ course: MemoryCourse) throws -> CourseCatalog {
    try CourseCatalog(course, checks: checks)
  }

  private static func course(_ scaffold: Scaffold, in course: MemoryCourse? = nil) -> MemoryCourse {
    var course = course ?? MemoryCourse()
    for file in scaffold.files { course.files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    return course
  }

  /// Graded for real.
  private static func verify(_ course: MemoryCourse) throws -> CourseVerification {
    let facts = try CourseFacts()
    return try CourseVerification(of: catalog(course), facts: CourseFacts()) { source, exercise in
      Grader(rubric: exercise.rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
        .grade(source, ignoreFile: exercise.ignoreFile)
    }
  }

  private static func new(_ title: String) -> MemoryCourse {
    var nothing = MemoryCourse()
    nothing.files = [:]
    return course(Scaffold(course: title), in: nothing)
  }

  @Test(arguments: ["My course", "a \"b\" \\ c: #", "é\u{1B}"])
  func `a new course has nothing wrong with it`(title: String) throws {
    let course = Self.new(title)
    let verification = try Self.verify(course)
    #expect(verification.errors.map(\.description) == [])
    #expect(verification.notes.map(\.description) == [])
    #expect(verification.summary == "1 exercise, 1 lesson: ok")
    #expect(try Self.catalog(course).heading().title == Printable.line(title))
  }

  @Test func `new parts come behind the last ones, and are right at once`() throws {
    var course = Self.new("x")
    let exercise = try Scaffold(exercise: "second", lesson: "more", in: Self.catalog(course))
    #expect(exercise.files.first?.path == "Exercises/02-second/exercise.yml")
    #expect(exercise.remarks.count == 1)
    course = Self.course(exercise, in: course)
    let note = "Exercises/02-second/exercise.yml: the lesson `more` is not written yet"
    #expect(try Self.verify(course).notes.map(\.description) == [note])
    let lesson = try Scaffold(lesson: "more", in: Self.catalog(course))
    #expect(lesson.files.map(\.path) == ["Lessons/02-more.md"])
    course = Self.course(lesson, in: course)
    let verification = try Self.verify(course)
    #expect((verification.errors + verification.notes).map(\.description) == [])
    #expect(verification.summary == "2 exercises, 2 lessons: ok")
  }

  @Test func `takes a number and a lesson that is there`() throws {
    let catalog = try Self.catalog(Self.new("x"))
    let scaffold = try Scaffold(exercise: "later", number: 120, lesson: "first-lesson", in: catalog)
    #expect(scaffold.files.allSatisfy { $0.path.contains("/120-later/") })
    #expect(scaffold.remarks == ["Add `later` to the list `exercises` of Lessons/01-first-lesson.md."])
  }

  @Test(
    arguments: [
      ("Bad Name", nil, "`Bad Name` is no name"), ("a--b", nil, "`a--b` is no name"), ("", nil, "`` is no name"),
      ("first-exercise", nil, "there is `first-exercise` already: Exercises/01-first-exercise"),
      ("other", 1, "the number 1 is taken by Exercises/01-first-exercise"),
      ("other", 10_000, "10000 is no number of a folder"), ("other", -1, "-1 is no number of a folder"),
    ] as [(String, Int?, String)]
  )
  func `refuses what would not fit`(name: String, number: Int?, words: String) throws {
    let catalog = try Self.catalog(Self.new("x"))
    let refusal = #expect(throws: Scaffold.Refusal.self) { try Scaffold(exercise: name, number: number, in: catalog) }
    #expect(refusal?.description.hasPrefix(words) == true)
  }
}
