import Course
import Glibc

/// The folder of an exercise on the learner's disk. Nothing of the learner's is ever overwritten.
struct ExerciseFolder {
  let path: String

  struct Written {
    var written: [String] = []
    var kept: [String] = []
  }

  /// In the words of the system.
  struct Failure: Error {
    var reason: String

    static func system() -> Failure { Failure(reason: String(cString: strerror(errno))) }
  }

  /// Writes the files that are not there yet.
  func create(_ files: [ContentFile]) throws(Failure) -> Written {
    var result = Written()
    try makeFolders(path)
    for file in files {
      guard let parts = Self.safeParts(file.path) else { throw Failure(reason: "unsafe path \(file.path)") }
      let target = path + "/" + parts.joined(separator: "/")
      try makeFolders(path, below: parts.dropLast())
      if try write(file.bytes, to: target) { result.written.append(file.path) } else { result.kept.append(file.path) }
    }
    return result
  }

  /// Moves the Dockerfile aside and writes what is missing then. Returns the name that the learner's file has now.
  func restart(_ files: [ContentFile]) throws(Failure) -> (Written, moved: String?) {
    let moved = try moveAside("Dockerfile")
    return (try create(files), moved)
  }

  /// A file's parts below the folder; nil for a path that would lead out of it.
  private static func safeParts(_ path: String) -> [String]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.contains { $0.isEmpty || $0 == "." || $0 == ".." } ? nil : parts
  }

  private func makeFolders(_ base: String, below parts: some Sequence<String> = []) throws(Failure) {
    var folders: [String] = []
    var folder = base.hasPrefix("/") ? "" : "."
    for part in base.split(separator: "/") {
      folder += "/" + part
      folders.append(folder)
    }
    for part in parts {
      folder += "/" + part
      folders.append(folder)
    }
    for folder in folders where mkdir(folder, 0o777) != 0 && !isFolder(folder) { throw .system() }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the file was written; false when there was one already.
  private func write(_ bytes: [UInt8], to target: String) throws(Failure) -> Bool {
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      if errno == EEXIST { return false }
      throw .system()
    }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw .system() }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// `Dockerfile` becomes `Dockerfile.mine`, or `Dockerfile.mine-2` and so on when that is taken.
  private func moveAside(_ name: String) throws(Failure) -> String? {
    let source = path + "/" + name
    guard access(source, F_OK) == 0 else { return nil }
    for number in 1...999 {
      let kept = number == 1 ? "\(name).mine" : "\(name).mine-\(number)"
      // A link fails where a file stands; a rename would put itself in its place.
      if link(source, path + "/" + kept) == 0 {
        guard unlink(source) == 0 else { throw .system() }
        return kept
      }
      guard errno == EEXIST else { throw .system() }
    }
    throw Failure(reason: "too many files named \(name).mine")
  }
}
