/// Whether something lies at a path of an image, as far as the instructions tell.
package enum Presence: Sendable {
  /// An instruction puts it there.
  case present(FileItem)
  /// An instruction copies a folder around it; what is in the folder is not known.
  case possible(FileItem)
  /// A RUN may have made it, or the base image may hold it.
  case unknown
  case absent

  /// The instruction that puts it there, or may.
  package var item: FileItem? {
    switch self {
    case .present(let item), .possible(let item): item
    case .unknown, .absent: nil
    }
  }
}

extension JudgedImage {
  /// - Parameters:
  ///   - path: absolute.
  ///   - end: only the instructions before this one count; nil for all.
  package func presence(of path: String, before end: Int? = nil) -> Presence {
    let path = PathText.clean(path)
    var possible: FileItem?
    for match in state.files.matches(path) where end.map({ match.item.origin.instruction < $0 }) ?? true {
      switch match.relation {
      case .below: return .present(match.item)
      case .inside(let rest):
        if match.item.bears(rest) { return .present(match.item) }
        possible = possible ?? match.item
      }
    }
    // `COPY package*.json ./` brings what there is of these names.
    possible =
      possible
      ?? state.files.items.first { item in
        PathText.hasWildcard(item.path) && Glob(item.path).matches(path)
          && (end.map { item.origin.instruction < $0 } ?? true)
      }
    if let possible { return .possible(possible) }
    if base.isUnknown || StageReach(state, before: end).mayMake(path) { return .unknown }
    // What a distribution brings along in its own folders is not written down.
    return StageState.isSystemPath(path) && base.mayHold(path) ? .unknown : .absent
  }
}

extension FileItem {
  /// The item was taken from a path of this name, and may well be the file itself: `COPY --from=build /src/server
  /// /usr/local/bin/` puts `server` there.
  fileprivate func bears(_ name: String) -> Bool {
    switch content {
    case .output(_, let path), .base(_, let path), .image(_, let path): PathText.lastComponent(path) == name
    case .context(let path): path != "." && PathText.lastComponent(path) == name
    case .inline, .download, .modules: false
    }
  }
}
