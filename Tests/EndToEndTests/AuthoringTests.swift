import TestKit
import Testing

/// Writing a course: beginning, checking and trying its parts.
struct AuthoringTests {
  private static let pack = Repository.path + "/Tests/CourseTests/Packs/python-images"

  @Test func `begins a course, an exercise and a lesson that are right at once`() throws {
    let learner = try Learner()
    let course = try learner.run(["author", "new", "mine", "--course"])
    #expect(course.status == 0, "\(course.errors)")
    #expect(course.text.contains("mine/Lessons/course.yml\n"))
    #expect(course.text.hasSuffix("`stagecraft author check mine` looks it over.\n"))
    let exercise = try learner.run(["author", "new", "second", "--of", "more", "--in", "mine"])
    #expect(exercise.text.contains("mine/Exercises/02-second/exercise.yml\n"))
    #expect(exercise.words.contains("The lesson `more` is not written yet"))
    let lesson = try learner.run(["author", "new", "more", "--lesson", "--number", "7", "--in", "mine"])
    #expect(lesson.text.contains("mine/Lessons/07-more.md\n"))
    let check = try learner.run(["author", "check", "mine"])
    #expect(check.text == "2 exercises, 2 lessons: ok\n")
    #expect(check.status == 0)
  }

  @Test func `overwrites nothing`() throws {
    let learner = try Learner()
    #expect(try learner.run(["author", "new", "mine", "--course"]).status == 0)
    let again = try learner.run(["author", "new", "mine", "--course"])
    #expect(again.status == 2)
    #expect(again.errors.contains("mine is not empty"))
    let twin = try learner.run(["author", "new", "first-exercise", "--in", "mine"])
    #expect(twin.status == 2)
    #expect(twin.errors.contains("there is `first-exercise` already: Exercises/01-first-exercise"))
    try learner.desk.write(Array("mine".utf8), to: "mine/Solutions/02-new/Dockerfile")
    let solution = try learner.run(["author", "new", "new", "--in", "mine"])
    #expect(solution.status == 3)
    #expect(solution.errors.contains("cannot write mine/Solutions/02-new/Dockerfile"))
    #expect(try learner.desk.bytes("mine/Solutions/02-new/Dockerfile") == Array("mine".utf8))
  }

  @Test func `shows what one check says of every example`() throws {
    let output = try Learner().run(
      ["author", "test", "--only", "non-root-user", "--course", Self.pack, "shipped-environment"]
    )
    #expect(output.status == 0, "\(output.text)\(output.errors)")
    // A long message goes on below, indented.
    let heads = output.text.split(separator: "\n").filter { !$0.hasPrefix("     ") }
    let lines = heads.map { $0.split(separator: " ") }
    #expect(lines.map { $0.first } == ["shipped-environment", "failed", "passed", "failed", "passed"])
    #expect(lines.map { $0.dropFirst().first } == ["·", "start", "solution", "wrong-root", "wrong-moved"])
    #expect(output.words.contains("line 14"))
  }

  @Test func `says where an example gets something else`() throws {
    let learner = try Learner()
    #expect(try learner.run(["author", "new", "mine", "--course"]).status == 0)
    let folder = "mine/Exercises/01-first-exercise/examples"
    try learner.desk.write(
      Array("FROM python:3.14\nUSER 1\nEXPOSE 8000\n".utf8),
      to: "\(folder)/wrong-no-port.Dockerfile"
    )
    let scores = try learner.run(["author", "test", "--course", "mine"])
    #expect(scores.status == 1)
    #expect(scores.words.contains("not as said 60, not 80 wrong-no-port without small-base"))
    let check = try learner.run(["author", "check", "mine"])
    #expect(check.status == 1)
    #expect(check.text.contains("\(folder.dropFirst(5))/wrong-no-port.Dockerfile:1:6: the example does not pass"))
    #expect(check.text.contains("/outcomes.yml:30:5: the example `wrong-no-port` gets 60 points, not 80\n"))
  }

  @Test func `tries any check that needs nothing said`() throws {
    let learner = try Learner()
    let output = try learner.run(["author", "test", "--only", "stage-names", "--course", Self.pack, "small-python"])
    #expect(output.status == 0, "\(output.errors)")
    let unknown = try learner.run(["author", "test", "--only", "stage-name", "--course", Self.pack, "small-python"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean `stage-names`?"))
    let needy = try learner.run(["author", "test", "--only", "exposed-port", "--course", Self.pack, "small-python"])
    #expect(needy.status == 2)
    #expect(needy.errors.contains("the check `exposed-port` needs parameters"))
  }

  @Test func `puts faults into a solution and shows those that nothing finds`() throws {
    let learner = try Learner()
    let output = try learner.run(["author", "mutants", "--course", Self.pack, "small-python"])
    #expect(output.status == 1)
    #expect(
      output.text.contains("survives stage-0/copy/drop (line 3): the instruction is missing\n      - COPY tide.py ./\n")
    )
    let all = try learner.run(["author", "mutants", "--all", "--course", Self.pack, "small-python"])
    #expect(all.text.contains("killed stage-0/user/drop (line 4): the instruction is missing; lost on non-root-user\n"))
  }

  @Test func `mutants.yml takes what is right and refuses what is not`() throws {
    let learner = try Learner()
    #expect(try learner.run(["author", "new", "mine", "--course"]).status == 0)
    let file = "mine/Exercises/01-first-exercise/examples/mutants.yml"
    let text = """
      format: 1
      equivalent:
        stage-0/copy/drop: One.
        stage-0/user/drop: Two.
        stage-0/usr/drop: Three.

      """
    try learner.desk.write(Array(text.utf8), to: file)
    let output = try learner.run(["author", "mutants", "--all", "--course", "mine"])
    #expect(output.text.contains("equivalent stage-0/copy/drop (line 4): the instruction is missing; One.\n"))
    #expect(output.text.contains("equivalent stage-0/copy/comment (line 4): it is only a comment; One.\n"))
    #expect(output.text.contains("mutants.yml:4:3: `stage-0/user/drop` loses points on `non-root-user`"))
    #expect(output.text.contains("mutants.yml:5:3: the solution has no mutant `stage-0/usr/drop`; did you mean"))
  }
}
