package import Diagnostics

/// Something that instructions put at a path of an image: a file, or a folder with all that is below it.
package struct FileItem: Sendable {
  /// Absolute and clean.
  package var path: String
  package var content: Content
  /// The instruction that put it there; for a copy between stages the COPY.
  package var origin: Origin
  /// The stages that it was copied from on its way, first one first.
  package var lineage: [Int]

  package init(path: String, content: Content, origin: Origin, lineage: [Int] = []) {
    self.path = path
    self.content = content
    self.origin = origin
    self.lineage = lineage
  }

  package enum Content: Sendable {
    /// From the build context; `.` is all of it.
    case context(path: String)
    /// From an image outside the file.
    indirect case image(ImageReference, path: String)
    /// The body of a COPY heredoc.
    case inline(SourceRange)
    /// Fetched by ADD.
    case download(String)
    indirect case modules(NodeModules)
    /// Whatever RUN instructions of a stage left at a path.
    case output(stage: Int, path: String)
    /// Part of what a stage's own base image holds at a path.
    case base(stage: Int, path: String)
  }

  /// The work of a stage's commands.
  package var isOutput: Bool {
    if case .output = content { return true }
    return false
  }

  var isModules: Bool {
    if case .modules = content { return true }
    return false
  }

  package var modules: NodeModules? {
    if case .modules(let modules) = content { return modules }
    return nil
  }

  /// The place in the build context that it came from, straight or through stages.
  package var contextPath: String? {
    if case .context(let path) = content { return path }
    return nil
  }
}
