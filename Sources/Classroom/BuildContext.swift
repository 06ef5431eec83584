package import BuildModel
import Glibc

/// What lies around a submission: the folder that `docker build` would be given.
package enum BuildContext {
  /// Whether a `.dockerignore` belongs to a Dockerfile, as BuildKit looks for it: beside the file, or of its own name.
  ///
  /// Its absence means something only where the application was handed in too, with its `package.json`.
  package static func ignoreFile(for dockerfile: FilePath) -> IgnoreFile {
    if ignoreFiles(for: dockerfile).contains(where: exists) { return .present }
    return exists(folder(of: dockerfile).appending("package.json".utf8)) ? .absent : .unknown
  }

  /// The files that may say what to leave out; the first one that is there counts.
  package static func ignoreFiles(for dockerfile: FilePath) -> [FilePath] {
    let own = FilePath(dockerfile.bytes + Array(".dockerignore".utf8))
    return [own, folder(of: dockerfile).appending(".dockerignore".utf8)]
  }

  private static func folder(of file: FilePath) -> FilePath {
    file.bytes.lastIndex(of: UInt8(ascii: "/")).map { FilePath(file.bytes[...$0]) } ?? FilePath("")
  }

  private static func exists(_ path: FilePath) -> Bool {
    path.withCString { access($0, F_OK) } == 0
  }
}
