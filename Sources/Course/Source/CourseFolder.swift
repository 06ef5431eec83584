import Foundation

/// A course in a folder of its own. Links are not followed, and files of an absurd size are not read.
package struct CourseFolder: CourseSource {
  private static let largestFile = 16 << 20
  private let root: URL

  /// - Throws: `CourseError.unusable` when the path is no folder or holds no `Exercises`.
  package init(_ path: String) throws(CourseError) {
    root = URL(filePath: path, directoryHint: .isDirectory)
    guard Self.isFolder(root) else { throw .unusable(path: path, reason: "there is no such folder") }
    guard kind(at: root.appending(path: "Exercises").path) == .folder else {
      throw .unusable(path: path, reason: "not a course: it holds no folder `Exercises`")
    }
  }

  package func entries(of folder: String) throws(CourseError) -> [CourseEntry]? {
    let url = root.appending(path: folder, directoryHint: .isDirectory)
    guard kind(at: url.path) == .folder else { return nil }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { CourseEntry(name: $0, kind: kind(at: url.appending(path: $0).path) ?? .other) }
    } catch {
      throw unreadable(folder, error.localizedDescription)
    }
  }

  package func bytes(at path: String) throws(CourseError) -> [UInt8]? {
    let url = root.appending(path: path, directoryHint: .notDirectory)
    guard let kind = kind(at: url.path) else { return nil }
    guard kind == .file else { throw .problems([CourseProblem(.layout(.notAFile), path: path)]) }
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      let data = try handle.read(upToCount: Self.largestFile + 1) ?? Data()
      guard data.count <= Self.largestFile else { throw unreadable(path, "larger than 16 MiB") }
      return [UInt8](data)
    } catch let error as CourseError {
      throw error
    } catch {
      throw unreadable(path, error.localizedDescription)
    }
  }

  /// nil when nothing is there.
  private func kind(at path: String) -> CourseEntry.Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Whether a folder is there, be it at the end of a link: the person who names the root means it.
  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private func unreadable(_ path: String, _ reason: String) -> CourseError {
    .problems([CourseProblem(.layout(.unreadable(reason: reason)), path: path)])
  }
}
