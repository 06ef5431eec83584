/// The files that are compiled into the program: the built-in course, the facts, the pages about build checks, and the
/// licences of what is linked in.
///
/// `files` is generated: `Lessons/…`, `Exercises/…` and `Solutions/…` as in the repository, `Facts/…` and `Rules/…` for
/// files of this target, and `THIRD-PARTY.md`, in byte order of their paths. Nothing is copied before it is asked for.
package enum EmbeddedContent {
  /// The bytes of one file; nil when there is none at that path.
  package static func bytes(_ path: String) -> [UInt8]? {
    file(path)?.bytes
  }

  /// One file; nil when there is none at that path.
  package static func file(_ path: String) -> EmbeddedFile? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].hasPath(before: path) { low = middle + 1 } else { high = middle }
    }
    guard low < files.count, files[low].path == path else { return nil }
    return files[low]
  }
}
