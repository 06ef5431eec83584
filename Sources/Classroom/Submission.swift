import BuildModel

/// A file to grade: where it is and the name under which it is reported.
package struct Submission: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case file(FilePath)
    /// Found in a folder, where nothing may have become a link since.
    case found(FilePath)
    case standardInput
    /// Nothing to open: a folder that could not be searched, and why.
    case unsearchable(String)
  }

  package let name: String
  package let origin: Origin

  package init(name: String, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// Whether a `.dockerignore` belongs to it.
  var ignoreFile: IgnoreFile {
    switch origin {
    case .file(let path), .found(let path): BuildContext.ignoreFile(for: path)
    case .standardInput, .unsearchable: .unknown
    }
  }

  /// As it is shown in excerpts and annotations: the way to the file from the working directory.
  package var path: String {
    switch origin {
    case .file(let path), .found(let path): path.text
    case .standardInput, .unsearchable: name
    }
  }
}
