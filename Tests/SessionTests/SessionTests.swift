import Rubric
import Session
import Testing

struct SessionTests {
  @Test
  func `shows a lesson whole where there is no screen`() {
    var rehearsal = Rehearsal(reading: .whole)
    let shown = rehearsal.answer("lesson 19")
    #expect(shown.contains("First section.") && shown.contains("Second section."))
    #expect(rehearsal.memories.contains(.lessonRead("practice")))
  }

  @Test
  func `a lesson is read at its last page`() {
    var rehearsal = Rehearsal()
    rehearsal.type("lesson 19")
    #expect(!rehearsal.memories.contains(.lessonRead("practice")))
    rehearsal.type("")
    #expect(rehearsal.memories.last == .lessonRead("practice"))
  }

  @Test
  func `comes back to the page that was left`() {
    var record = LearnerRecord()
    record.apply(.place(.lesson(id: "practice", page: 1)))
    var rehearsal = Rehearsal(record: record)
    #expect(rehearsal.answer("").contains("Second section."))
  }

  @Test
  func `comes back to the exercise and compares with the last check`() {
    var first = Rehearsal()
    for line in ["exercise", "edit STAGE", "check"] { first.type(line) }
    var second = Rehearsal(record: first.session.record)
    second.files = first.files
    second.type("edit STAGE USER")
    let answer = second.answer("check")
    #expect(answer.contains("user | failed -> passed | user is fine"))
    #expect(answer.contains("60 -> 80 of 100"))
  }

  @Test
  func `a place that the course does not have any more is no trap`() {
    var record = LearnerRecord()
    record.apply(.place(.exercise(id: "gone")))
    var rehearsal = Rehearsal(record: record)
    #expect(rehearsal.answer("").contains("Why stages"))
    #expect(rehearsal.answer("check").contains("There is no"))
  }

  @Test
  func `the same file again is no attempt, the starting file no honest one`() {
    var rehearsal = Rehearsal()
    for line in ["exercise", "check", "check", "edit STAGE", "check", "check"] { rehearsal.type(line) }
    let known = rehearsal.session.record.exercises["react-node"]
    #expect(known?.attempts == 2)
    #expect(known?.honestAttempts.count == 1)
  }

  @Test
  func `a hint names the check that it is about and is counted once`() {
    var rehearsal = Rehearsal()
    rehearsal.type("exercise")
    #expect(rehearsal.answer("hint user").contains("Who runs it?"))
    #expect(rehearsal.answer("hint user").contains("hint 1 of 1"))
    #expect(rehearsal.session.record.exercises["react-node"]?.hints == ["user": 1])
  }

  @Test
  func `forgetting asks first`() {
    var rehearsal = Rehearsal()
    rehearsal.type("lesson 1")
    rehearsal.type("reset progress")
    #expect(!rehearsal.session.record.isEmpty)
    rehearsal.type("reset progress yes")
    #expect(rehearsal.session.record.isEmpty)
    #expect(rehearsal.memories.last == .everythingForgotten)
  }

  @Test(arguments: [
    ("x", "/w/x"), ("./x", "/w/x"), ("/a//b/", "/a/b"), ("~", "/h"), ("~/x", "/h/x"), ("../x", "/w/../x"), (".", "/w"),
  ])
  func `makes paths absolute`(typed: String, path: String) {
    let surroundings = Surroundings(workingDirectory: "/w", homeDirectory: "/h", reading: .whole)
    #expect(surroundings.absolute(typed) == path)
  }

  @Test(arguments: [("/w/x", "./x"), ("/w", "."), ("/h/x", "~/x"), ("/wx", "/wx"), ("/", "/")])
  func `shows paths short`(path: String, shown: String) {
    let surroundings = Surroundings(workingDirectory: "/w", homeDirectory: "/h", reading: .whole)
    #expect(surroundings.shown(path) == shown)
  }

  @Test(
    arguments: [
      ("/state", "/h", "/state/stagecraft"), ("state", "/h", "/h/.local/state/stagecraft"), (nil, "h", nil),
      (nil, nil, nil),
    ] as [(String?, String?, String?)]
  )
  func `keeps its state where the system wants it`(stateHome: String?, home: String?, path: String?) {
    #expect(StateFolder.path(stateHome: stateHome, home: home) == path)
  }
}
