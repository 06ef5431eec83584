import TestKit
import Testing

/// A course of somebody else's: two exercises and two lessons about Python.
struct PackTests {
  private static let pack = Repository.path + "/Tests/CourseTests/Packs/python-images"
  private static let solution = "Tests/CourseTests/Packs/python-images/Solutions/01-small-python/Dockerfile"

  @Test func `is checked`() throws {
    let output = try Learner().run(["author", "check", Self.pack])
    #expect(output.status == 0, "\(output.text)")
    let lines = output.text.split(separator: "\n").map(String.init)
    // It does not ask for full proof.
    #expect(
      lines == [
        "note: Exercises/02-shipped-environment/exercise.yml:1:1: 0 right and 2 wrong examples: 3 and 6 are asked",
        "2 exercises, 2 lessons: ok",
      ]
    )
  }

  @Test(arguments: ["option", "variable"])
  func `lessons and exercises come from it`(way: String) throws {
    var learner = try Learner()
    if way == "variable" { learner.variables["STAGECRAFT_COURSE"] = Self.pack }
    let course = way == "option" ? ["--course", Self.pack] : []
    let lesson = try learner.run(["lesson", "2"] + course)
    #expect(lesson.status == 0, "\(lesson.errors)")
    #expect(lesson.text.contains("Environments that travel"))
    let exercise = try learner.run(["exercise", "shipped-environment"] + course)
    #expect(exercise.status == 0, "\(exercise.errors)")
    #expect(learner.desk.holds("shipped-environment/which.py"))
    let hint = try learner.run(["hint", "shipped-environment", "environment"] + course)
    #expect(hint.words.contains("Which folder holds what"))
    try learner.desk.write(try Repository.bytes(Self.solution), to: "Dockerfile")
    let grade = try learner.run(["grade", "--exercise", "small-python"] + course)
    #expect(grade.status == 0)
    #expect(grade.text.contains("Ship a small Python"))
    let greeting = try learner.run(course)
    #expect(greeting.text.contains("Small images for Python"))
    #expect(!greeting.text.contains("Practical exercise"))
  }

  @Test func `progress in it is its own`() throws {
    let learner = try Learner()
    let course = ["--course", Self.pack]
    _ = try learner.run(course, input: "exercise small-python\n")
    try learner.desk.write(try Repository.bytes(Self.solution), to: "small-python/Dockerfile")
    let solved = try learner.run(course, input: "exercise small-python\ncheck\n")
    #expect(solved.text.contains("Solved."), "\(solved.text)")
    #expect(try learner.run(["progress"] + course).text.contains("exercises solved  1 of 2"))
    let other = try learner.run(["progress"])
    #expect(other.text.contains("exercises solved  0 of "))
    #expect(learner.home.holds(".local/state/stagecraft/courses/python-images/progress.sqlite"))
  }

  @Test func `a course without an id is told apart by its folder`() throws {
    let learner = try Learner()
    for name in ["one", "two"] {
      #expect(try learner.run(["author", "new", name, "--course"]).status == 0)
    }
    _ = try learner.run(["--course", "one"], input: "exercise first-exercise\n")
    let one = try learner.run(["progress", "--course", "\(learner.desk.path)/one"])
    let two = try learner.run(["progress", "--course", "two"])
    #expect(one.text != two.text)
    #expect(two.text.contains("exercises solved  0 of 1"))
  }

  @Test func `says which exercises there are, where none is named`() throws {
    let learner = try Learner()
    try learner.desk.write(try Repository.bytes(Self.solution), to: "Dockerfile")
    let output = try learner.run(["grade", "--course", Self.pack])
    #expect(output.status == 2)
    #expect(output.errors.contains("which exercise? --exercise names it"))
    #expect(output.errors.contains("`small-python`, `shipped-environment`"))
  }

  @Test func `a course of a newer format asks for a newer program`() throws {
    let learner = try Learner()
    #expect(try learner.run(["author", "new", "later", "--course"]).status == 0)
    try learner.desk.write(Array("format: 2\ntitle: x\nversion: 1\n".utf8), to: "later/Lessons/course.yml")
    let check = try learner.run(["author", "check", "later"])
    let words = "Lessons/course.yml:1:9: format 2 needs a newer stagecraft; this one reads format 1"
    #expect(check.status == 1)
    #expect(check.text.contains(words))
    let course = try learner.run(["--course", "later"])
    #expect(course.status == 2)
    #expect(course.errors.contains("needs a newer stagecraft"))
  }

  @Test(
    arguments: [
      (["lesson", "--course", "nowhere"], "nowhere: there is no such folder"),
      (["progress", "--course", "."], ".: not a course: it holds no folder `Exercises`"),
    ]
  )
  func `a folder that is no course`(arguments: [String], words: String) throws {
    let output = try Learner().run(arguments)
    #expect(output.status == 2)
    #expect(output.errors.contains(words), "\(output.errors)")
  }
}
