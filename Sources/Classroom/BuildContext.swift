package import BuildModel
import Glibc

/// What lies around a submission: the folder that `docker build` would be given.
package enum BuildContext {
  /// Whether a `.dockerignore` belongs to a Dockerfile, as BuildKit looks for it: beside the file, or of its own name.
  ///
  /// Its absence means something only where the application was handed in too, with its `package.json`.
  package static func ignoreFile(for dockerfile: FilePath) -> IgnoreFile {
    let folder =
      dockerfile.bytes.lastIndex(of: UInt8(ascii: "/")).map { FilePath(dockerfile.bytes[...$0]) } ?? FilePath("")
    let own = FilePath(dockerfile.bytes + Array(".dockerignore".utf8))
    if exists(own) || exists(folder.appending(".dockerignore".utf8)) { return .present }
    return exists(folder.appending("package.json".utf8)) ? .absent : .unknown
  }

  private static func exists(_ path: FilePath) -> Bool {
    path.withCString { access($0, F_OK) } == 0
  }
}
