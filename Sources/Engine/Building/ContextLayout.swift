import Classroom
import Course
import Glibc

/// What an engine is given to build from: the bytes that were graded, and the files around them.
struct ContextLayout: Sendable {
  let dockerfile: String
  let context: String
  let ignoreFile: String?

  /// Longer files are no list of patterns.
  private static let longestIgnoreFile = 1 << 20

  /// Lays a submission out in a folder of the workplace.
  ///
  /// The context is the folder in which the Dockerfile was found when the exercise's files are in it; otherwise a copy
  /// of the exercise's files, for a class hands in Dockerfiles alone. An exercise without files leaves the folder.
  ///
  /// - Parameter origin: nil for standard input.
  /// - Throws: `UnreadableIgnoreFile`: without its patterns another context would be built; or what writing fails for.
  init(
    _ bytes: [UInt8],
    from origin: FilePath?,
    exercise: [ContentFile],
    name: String,
    in workplace: Workplace
  ) throws {
    let folder = try workplace.folder(name)
    try workplace.write(bytes, to: "\(name)/Dockerfile")
    dockerfile = "\(folder)/Dockerfile"
    let own = origin.flatMap(Self.folder)
    if let own, Self.holds(own, exercise) {
      context = own
    } else {
      context = try workplace.folder("\(name)/context")
      for file in exercise { try workplace.write(file.bytes, to: "\(name)/context/\(file.path)") }
      if !exercise.contains(where: { $0.path == "Dockerfile" }) {
        try workplace.write(bytes, to: "\(name)/context/Dockerfile")
      }
    }
    // Beside the copy of the Dockerfile it is the one that counts, for every engine.
    if let origin, let patterns = try Self.ignoreFile(of: origin) {
      try workplace.write(patterns, to: "\(name)/Dockerfile.dockerignore")
      ignoreFile = "\(folder)/Dockerfile.dockerignore"
    } else {
      ignoreFile = nil
    }
  }

  /// From the root; nil where its name cannot be handed on as text.
  private static func folder(of file: FilePath) -> String? {
    guard Array(file.text.utf8) == file.bytes else { return nil }
    let end = file.bytes.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { String(decoding: file.bytes[...$0], as: UTF8.self) } ?? "."
    guard let real = realpath(folder, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether all files and folders of an exercise are there, at its top level.
  private static func holds(_ folder: String, _ exercise: [ContentFile]) -> Bool {
    Set(exercise.compactMap { $0.path.split(separator: "/").first })
      .allSatisfy { access("\(folder)/\($0)", F_OK) == 0 }
  }

  /// `NAME.dockerignore`, else `.dockerignore`, as BuildKit looks for it.
  private static func ignoreFile(of dockerfile: FilePath) throws(UnreadableIgnoreFile) -> [UInt8]? {
    let reader = FileReader(limit: longestIgnoreFile)
    for path in BuildContext.ignoreFiles(for: dockerfile) {
      do throws(ReadError) {
        return try reader.read(path)
      } catch {
        if error == .noSuchFile { continue }
        throw UnreadableIgnoreFile(path: path.text, reason: error.message)
      }
    }
    return nil
  }
}

/// A file of patterns is there, and what it leaves out cannot be known.
struct UnreadableIgnoreFile: Error, Equatable, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "\(path) cannot be read: \(reason)" }
}
