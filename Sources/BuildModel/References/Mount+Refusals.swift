package import DockerfileSyntax

extension Mount {
  /// What Docker says where the stage of `from` comes later in the file.
  package static func notYetBuilt(from: String, target: String) -> String {
    let (from, target) = (DockerText.quoted(from.utf8), DockerText.quoted(target.utf8))
    return "cannot mount from stage \(from) to \(target), stage needs to be defined before current command"
  }

  /// What Docker says of a mount where it stands; nil for one that it takes.
  /// - Parameter depth: of the folder in which the RUN works, 0 for the root.
  package func problem(atDepth depth: Int) -> String? {
    if type == .secret { return nil }
    if type == .ssh { return source.isEmpty ? nil : "ssh does not support source" }
    // An absolute path is taken as it is written: only this one is the root, `//` isn't.
    let isRoot = target.hasPrefix("/") ? target == "/" : PathText.depth(of: target, from: depth) == 0
    return isRoot ? "invalid mount target \"/\"" : nil
  }
}
