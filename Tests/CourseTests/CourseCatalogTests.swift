import Course
import Diagnostics
import Rubric
import Synchronization
import Testing

@Suite struct CourseCatalogTests {
  @Test func `reads a course`() throws {
    let catalog = try CourseCatalog(MemoryCourse(), checks: .three)
    #expect(catalog.exercises == ["small"])
    #expect(catalog.lessons == ["first"])
    #expect(try catalog.heading() == CourseHeading(title: "Small", version: "1.10"))
  }

  @Test func `reads an exercise with its files`() throws {
    let exercise = try CourseCatalog(MemoryCourse(), checks: .three).exercise("small")
    #expect(exercise.id == "small")
    #expect(exercise.title == "A small exercise")
    #expect(exercise.lesson == "first")
    #expect(exercise.brief == "Do it.\n")
    #expect(exercise.commentary == "Because.\n")
    #expect(exercise.solution == Array("FROM solution\n".utf8))
    #expect(exercise.files.map(\.path) == ["Dockerfile", ".dockerignore", "src/a file.js"])
    #expect(exercise.files.first?.bytes == Array("FROM start\n".utf8))
    #expect(exercise.rubricSHA256 == SHA256.hexadecimal(of: Array(MemoryCourse.exercise.utf8)))
    #expect(exercise.hints.map(\.check) == ["healthcheck"])
    #expect(exercise.hints.first?.steps == ["One.", "Two lines.", "Three: the end."])
    #expect(exercise.examples.map(\.name) == ["half", "refused"])
    #expect(exercise.examples.map(\.score) == [40, 0])
    #expect(exercise.examples.map(\.failing) == [["healthcheck"], ["healthcheck", "user-exists", "named-stages"]])
    #expect(exercise.examples.first?.dockerfile == Array("FROM half\n".utf8))
  }

  @Test func `reads a rubric in report order`() throws {
    let rubric = try CourseCatalog(MemoryCourse(), checks: .three).rubric(of: "small")
    #expect(rubric.rubric.passMark == 80)
    #expect(rubric.rubric.maxScore == 100)
    #expect(rubric.rubric.items.map(\.id) == ["healthcheck", "user-exists", "named-stages"])
    #expect(rubric.rubric.items.map(\.points) == [60, 40, 0])
    #expect(rubric.rubric.items.map(\.severity) == [.required, .recommended, .praise])
    #expect(rubric.rubric.items.map(\.lesson) == Array(repeating: CheckResult.Lesson(id: "first", number: 1), count: 3))
    #expect(rubric.summary.passMark == 80)
  }

  @Test func `reads a lesson by id and by number`() throws {
    let catalog = try CourseCatalog(MemoryCourse(), checks: .three)
    for name in ["first", "1", "01"] {
      let lesson = try catalog.lesson(name)
      #expect(lesson.number == 1)
      #expect(lesson.title == "First: a lesson")
      #expect(lesson.minutes == 20)
      #expect(lesson.exercises == ["small"])
      #expect(lesson.body == "# First\n\nText.\n")
    }
  }

  @Test func `takes front matter with any line ends`() throws {
    let course = MemoryCourse().replacing("\n", with: "\r\n", in: "Lessons/01-first.md")
    let lesson = try CourseCatalog(course, checks: .three).lesson("first")
    #expect(lesson.summary == "What it is about.")
    #expect(lesson.body == "# First\r\n\r\nText.\r\n")
  }

  @Test func `has a name for a course without one`() throws {
    let course = MemoryCourse().removing("Lessons/course.yml")
    #expect(try CourseCatalog(course, checks: .three).heading() == .untitled)
  }

  @Test func `offers the exercise or lesson that was meant`() throws {
    let catalog = try CourseCatalog(MemoryCourse(), checks: .three)
    let exercise = #expect(throws: CourseError.self) { try catalog.rubric(of: "smal") }
    #expect(exercise?.description == "there is no exercise `smal`; did you mean `small`?")
    let other = #expect(throws: CourseError.self) { try catalog.exercise("\u{1B}[2J") }
    #expect(other?.description == "there is no exercise `\\u{1B}[2J`; there are `small`")
    let lesson = #expect(throws: CourseError.self) { try catalog.lesson("fist") }
    #expect(lesson?.description == "there is no lesson `fist`; did you mean `first`?")
  }

  @Test func `reads one file to grade with one exercise`() throws {
    let source = RecordingCourse(MemoryCourse())
    _ = try CourseCatalog(source, checks: .three).rubric(of: "small")
    #expect(source.read.withLock { $0 } == ["Exercises/01-small/exercise.yml"])
  }

  @Test func `leaves the number out where the lesson is not written yet`() throws {
    let catalog = try CourseCatalog(MemoryCourse().removing("Lessons/01-first.md"), checks: .three)
    #expect(try catalog.rubric(of: "small").rubric.items.allSatisfy { $0.lesson == nil })
  }
}

/// Remembers which files were read.
private final class RecordingCourse: CourseSource {
  let course: MemoryCourse
  let read = Mutex<[String]>([])

  init(_ course: MemoryCourse) {
    self.course = course
  }

  func entries(of folder: String) throws(CourseError) -> [CourseEntry]? { try course.entries(of: folder) }

  func bytes(at path: String) throws(CourseError) -> [UInt8]? {
    read.withLock { $0.append(path) }
    return try course.bytes(at: path)
  }
}
