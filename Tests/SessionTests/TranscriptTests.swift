import Session
import TestKit
import Testing

/// Conversations from beginning to end, compared with what is written down.
struct TranscriptTests {
  private static let conversations: [(name: String, lines: [String])] = [
    ("first-visit", ["?"] + Array(repeating: "", count: 10) + ["edit FROM STAGE", "check", "quit"]),
    (
      "whole-exercise",
      [
        "exercise", "hint", "hint", "hint", "hint", "check", "edit STAGE", "check", "check", "hint", "hint probe",
        "image", "solution", "edit STAGE USER", "check", "edit USER PROBE", "check", "edit REFUSED", "check", "hint",
        "edit STAGE USER PROBE", "check", "check all", "hint", "solution", "", "progress",
      ]
    ),
    (
      "wrong-words",
      [
        "chekc", "lesson 7", "lesson practise", "exercise react-nod", "hint stag", "hint stage stage", "check twice",
        "quit now", "frobnicate", "help chek", "reset it", "back",
      ]
    ),
    ("help", ["help"] + CommandName.allCases.map { "help \($0.rawValue)" }),
    (
      "questions",
      [
        "lesson why", "", "z", "a", "b", "", "a", "next week", "a b", "a,c", "", "back it up", "--stage", "--TARGET",
        "", "a", "c b", "a b c", "quiz", "b", "", "c a", "", "", "answer b a c", "", "line 1", "2", "", "review", "?",
        "quiz practice", "quiz 7", "answer b", "progress",
      ]
    ),
    (
      "another-folder",
      ["check", "exercise ~/there", "exercise react-node \"my folder\"", "check", "reset", "check", "reset progress"]
    ),
  ]

  @Test(arguments: conversations)
  func `says what is written down`(name: String, lines: [String]) throws {
    var rehearsal = Rehearsal()
    rehearsal.begin()
    for line in lines { rehearsal.type(line) }
    let difference = try GoldenFile("\(name).txt").difference(from: Array(rehearsal.transcript.utf8))
    #expect(difference == nil)
  }

  @Test
  func `every written conversation is held`() throws {
    #expect(try GoldenFile.names() == Set(Self.conversations.map { "\($0.name).txt" }))
  }
}
