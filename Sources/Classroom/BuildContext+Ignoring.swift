package import BuildModel

extension BuildContext {
  /// Longer files are no list of patterns.
  private static let longestIgnoreFile = 1 << 20
  /// Each path that is copied is compared with all of them.
  private static let mostPatterns = 4096

  /// What the folder of a Dockerfile says about the paths to leave out.
  package enum Ignoring: Sendable {
    case nothing
    case patterns(IgnorePatterns)
    /// Docker refuses to build because of this line.
    case refused(file: String, IgnorePatterns.Problem)
    case unreadable(file: String, reason: String)
  }

  /// `NAME.dockerignore` beside the Dockerfile, else `.dockerignore`, as BuildKit looks for it.
  package static func ignoring(beside dockerfile: FilePath) -> Ignoring {
    let reader = FileReader(limit: longestIgnoreFile)
    for path in ignoreFiles(for: dockerfile) {
      do throws(ReadError) {
        return read(try reader.read(path), file: path.text)
      } catch {
        if error == .noSuchFile { continue }
        return .unreadable(file: path.text, reason: error.message)
      }
    }
    return .nothing
  }

  private static func read(_ bytes: [UInt8], file: String) -> Ignoring {
    do throws(IgnorePatterns.Problem) {
      let patterns = try IgnorePatterns(bytes)
      guard patterns.count <= mostPatterns else {
        return .unreadable(file: file, reason: "it has more than \(mostPatterns) patterns")
      }
      return patterns.count == 0 ? .nothing : .patterns(patterns)
    } catch {
      return .refused(file: file, error)
    }
  }
}
