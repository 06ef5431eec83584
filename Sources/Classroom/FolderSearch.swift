import Glibc

/// A walk through a folder; all paths in it are relative to its root.
struct FolderSearch {
  private(set) var files: [FilePath] = []
  private(set) var links: [FilePath] = []
  /// Folders that could not be opened or read.
  private(set) var failures: [(FilePath, ReadError)] = []

  /// Walks with a list of its own, so that the depth of a hostile tree is no depth of calls.
  mutating func run(_ root: FilePath) {
    var waiting = [FilePath("")]
    while let folder = waiting.popLast() {
      waiting += read(folder, root: root)
    }
  }

  /// Takes in what a folder holds and returns the folders in it.
  private mutating func read(_ folder: FilePath, root: FilePath) -> [FilePath] {
    let path = folder.bytes.isEmpty ? root : root.appending(folder.bytes)
    // A folder that became a link since it was seen is not followed; the root may be one.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.bytes.isEmpty ? 0 : O_NOFOLLOW)
    let descriptor = path.withCString { open($0, flags) }
    guard descriptor >= 0 else {
      failures.append((folder, ReadError(errno: errno)))
      return []
    }
    guard let directory = fdopendir(descriptor) else {
      failures.append((folder, ReadError(errno: errno)))
      close(descriptor)
      return []
    }
    defer { closedir(directory) }
    var folders: [FilePath] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = Self.name(of: entry)
      if let kind = Self.kind(of: entry, name: name, in: descriptor) {
        take(kind, name: name, path: folder.appending(name), folders: &folders)
      }
      errno = 0
    }
    if errno != 0 { failures.append((folder, ReadError(errno: errno))) }
    return folders
  }

  private mutating func take(_ kind: mode_t, name: [UInt8], path: FilePath, folders: inout [FilePath]) {
    switch kind {
    case S_IFDIR:
      if !Self.isLeftOut(name) { folders.append(path) }
    case S_IFLNK:
      if Self.isSubmission(name) { links.append(path) }
    default:
      // Pipes and devices of such a name get a result that says what they are.
      if Self.isSubmission(name) { files.append(path) }
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }

  /// The type bits of an entry; nil for one that is no longer there.
  private static func kind(of entry: UnsafeMutablePointer<dirent>, name: [UInt8], in folder: Int32) -> mode_t? {
    if entry.pointee.d_type != DT_UNKNOWN { return mode_t(entry.pointee.d_type) << 12 }
    var status = stat()
    let isKnown = FilePath(name).withCString { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
    return isKnown ? status.st_mode & S_IFMT : nil
  }

  /// Hidden folders hold tools, `node_modules` other people's Dockerfiles.
  static func isLeftOut(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.elementsEqual("node_modules".utf8)
  }

  static func isSubmission(_ name: [UInt8]) -> Bool {
    guard name.first != UInt8(ascii: ".") else { return false }
    if name.elementsEqual("Dockerfile".utf8) || name.elementsEqual("Containerfile".utf8) { return true }
    if name.starts(with: "Dockerfile.".utf8) { return !ends(name, with: ".dockerignore") }
    return ends(name, with: ".Dockerfile")
  }

  private static func ends(_ name: [UInt8], with suffix: String) -> Bool {
    name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
