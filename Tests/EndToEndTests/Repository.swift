import Foundation

/// The sources of the course, as they stand beside the tests.
enum Repository {
  static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let solution = "Solutions/15-react-node/Dockerfile"
  static let start = "Exercises/15-react-node/Dockerfile"

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  /// The Dockerfiles that the exercise's author expects an outcome of, by name.
  static func examples() throws -> [[UInt8]] {
    let folder = "Exercises/15-react-node/examples"
    let names = try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)
    return try names.filter { $0.hasSuffix(".Dockerfile") }.sorted().map { try bytes(folder + "/" + $0) }
  }

  /// Puts a copy of the whole course into a folder.
  static func copyCourse(into folder: String) throws {
    for name in ["Exercises", "Solutions", "Lessons"] {
      try FileManager.default.copyItem(atPath: path + "/" + name, toPath: folder + "/" + name)
    }
  }
}
