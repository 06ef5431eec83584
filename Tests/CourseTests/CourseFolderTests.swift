import Course
import Foundation
import Testing

@Suite struct CourseFolderTests {
  /// Lays a course down in a folder of its own for as long as the body runs.
  private func withFolder(_ course: MemoryCourse, _ body: (URL) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, text) in course.files {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(root)
  }

  @Test func `reads the same course as from memory`() throws {
    try withFolder(MemoryCourse()) { root in
      let catalog = try CourseCatalog(try CourseFolder(root.path), checks: .three)
      #expect(catalog.exercises == ["small"])
      #expect(try catalog.heading().title == "Small")
      #expect(try catalog.lesson("1").id == "first")
      let exercise = try catalog.exercise("small")
      #expect(exercise.files.map(\.path) == ["Dockerfile", ".dockerignore", "src/a file.js"])
      #expect(exercise.examples.count == 2)
    }
  }

  @Test func `refuses what is no course`() throws {
    let missing = #expect(throws: CourseError.self) { try CourseFolder("/nonexistent/course") }
    #expect(missing?.description == "/nonexistent/course: there is no such folder")
    try withFolder(MemoryCourse()) { root in
      let path = root.path + "/Lessons"
      let error = #expect(throws: CourseError.self) { try CourseFolder(path) }
      #expect(error?.description == "\(path): not a course: it holds no folder `Exercises`")
      guard case .unusable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(throws: CourseError.self) { try CourseFolder(path + "/01-first.md") }
    }
  }

  @Test func `does not follow links`() throws {
    try withFolder(MemoryCourse()) { root in
      let link = "Exercises/01-small/context/passwd"
      try FileManager.default.createSymbolicLink(
        atPath: root.appending(path: link).path,
        withDestinationPath: "/etc/passwd"
      )
      try FileManager.default.createSymbolicLink(
        atPath: root.appending(path: "Exercises/01-small/context/loop").path,
        withDestinationPath: "."
      )
      let catalog = try CourseCatalog(try CourseFolder(root.path), checks: .three)
      let error = #expect(throws: CourseError.self) { try catalog.exercise("small") }
      #expect(
        error?.description
          == "Exercises/01-small/context/loop: neither a file nor a folder; links are not followed"
      )
    }
  }

  @Test func `says where a rubric is not text`() throws {
    try withFolder(MemoryCourse()) { root in
      let path = "Exercises/01-small/exercise.yml"
      try Data([0x61, 0x3A, 0xFF]).write(to: root.appending(path: path))
      let catalog = try CourseCatalog(try CourseFolder(root.path), checks: .three)
      let error = #expect(throws: CourseError.self) { try catalog.rubric(of: "small") }
      #expect(error?.description == "\(path): byte 2 is not UTF-8")
    }
  }
}
