import Foundation
import GRDB
import Progress
import Rubric
import Session
import TestKit
import Testing

struct ProgressStoreTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/deep/down/progress.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func attempt(_ sha256: String, score: Int, isHonest: Bool = true) -> Attempt {
    Attempt(
      exercise: "react-node",
      sha256: sha256,
      score: score,
      maxScore: 100,
      isPass: score == 100,
      isHonest: isHonest,
      statuses: ["healthcheck": score == 100 ? .passed : .failed, "user-exists": .notJudged],
      file: [0, 0xFF, 10]
    )
  }

  private var memories: [Memory] {
    [
      .lessonRead("why"), .lessonRead("why"), .place(.lesson(id: "why", page: 3)),
      .exerciseStarted(id: "react-node", folder: "/a"), .exerciseStarted(id: "react-node", folder: "/b"),
      .attempt(attempt("start", score: 20, isHonest: false)), .attempt(attempt("one", score: 100)),
      .attempt(attempt("two", score: 40)), .attempt(attempt("two", score: 40)),
      .hintUsed(exercise: "react-node", check: "healthcheck", step: 2),
      .hintUsed(exercise: "react-node", check: "healthcheck", step: 1), .place(.exercise(id: "react-node")),
    ]
  }

  @Test
  func `tells later what it was told, as the record itself does`() throws {
    var record = LearnerRecord()
    let store = try ProgressStore(path: path)
    for memory in memories {
      record.apply(memory)
      try store.remember(memory, at: 1_700_000_000)
      #expect(try store.record() == record)
    }
    #expect(try ProgressStore(path: path).record() == record)
    #expect(record.exercises["react-node"]?.bestScore == 100)
  }

  @Test(arguments: [Memory.exerciseRestarted("react-node"), .everythingForgotten])
  func `forgets what it is told to forget`(memory: Memory) throws {
    var record = LearnerRecord()
    let store = try ProgressStore(path: path)
    for memory in memories + [memory, .attempt(attempt("three", score: 60))] {
      record.apply(memory)
      try store.remember(memory, at: 1)
    }
    #expect(try store.record() == record)
  }

  @Test
  func `two that are open at once lose nothing`() async throws {
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for program in 0..<2 {
        group.addTask {
          let store = try ProgressStore(path: path)
          for number in 0..<100 { try store.remember(.lessonRead("\(program)-\(number)"), at: 1) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ProgressStore(path: path).record().lessonsRead.count == 200)
  }

  @Test
  func `writes ahead, in full, and waits for others`() throws {
    let store = try ProgressStore(path: path)
    try store.remember(.lessonRead("why"), at: 1)
    let other = try DatabaseQueue(path: path)
    #expect(try other.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try store.settings() == ProgressStore.Settings(synchronous: 2, busyTimeout: 10_000))
  }

  @Test
  func `a newer version's file stays as it is`() throws {
    _ = try ProgressStore(path: path)
    let later = try DatabaseQueue(path: path)
    try later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2: from the future')") }
    try later.close()
    #expect(throws: ProgressStore.OpeningError.newer) { try ProgressStore(path: path) }
    try expectStandIn(mentioning: "newer version")
  }

  @Test(arguments: [
    Array("this is no database, however long one looks at it".utf8), Array(repeating: 0x53, count: 9000),
  ])
  func `a damaged file stays as it is`(bytes: [UInt8]) throws {
    try folder.write(bytes, to: "deep/down/progress.sqlite")
    try expectStandIn(mentioning: "cannot be read")
    #expect(try folder.bytes("deep/down/progress.sqlite") == bytes)
  }

  @Test
  func `a torn database stays as it is`() throws {
    let store = try ProgressStore(path: path)
    for number in 0..<50 { try store.remember(.lessonRead("lesson \(number)"), at: 1) }
    try store.close()
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    var bytes = try folder.bytes("deep/down/progress.sqlite")
    for index in 100..<bytes.count { bytes[index] = 0xAA }
    try folder.write(bytes, to: "deep/down/progress.sqlite")
    try expectStandIn(mentioning: "cannot be read")
    #expect(try folder.bytes("deep/down/progress.sqlite") == bytes)
  }

  @Test
  func `a folder that cannot be made is told`() throws {
    try folder.write([], to: "deep")
    try expectStandIn(mentioning: "cannot be kept")
  }

  @Test
  func `without a home the course goes on`() throws {
    let opened = try ProgressStore.open(in: nil)
    #expect(text(opened.problem).contains("no home"))
    try opened.store.remember(.lessonRead("why"), at: 1)
    #expect(try opened.store.record().lessonsRead == ["why"])
  }

  /// A store in memory takes the place of one that cannot be opened, and works.
  private func expectStandIn(mentioning words: String) throws {
    let opened = try ProgressStore.open(in: folder.path + "/deep/down")
    #expect(text(opened.problem).contains(words), "\(text(opened.problem))")
    try opened.store.remember(.lessonRead("why"), at: 1)
    #expect(try opened.store.record().lessonsRead == ["why"])
  }

  private func text(_ problem: Text?) -> String {
    problem?.spans.map(\.plain).joined() ?? ""
  }
}
