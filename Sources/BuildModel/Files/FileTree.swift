/// What is known about the files that instructions put into an image, in the order in which they did.
package struct FileTree: Sendable {
  package private(set) var items: [FileItem] = []

  /// A file system that grows past this is no Dockerfile of a person; further items are not followed.
  private static let mostItems = 256

  /// Where a node_modules lies or lay: only there a new one may take the place of another.
  private var modulePaths: Set<String> = []

  package init() {}

  package mutating func place(_ item: FileItem) {
    if case .modules = item.content, !modulePaths.insert(item.path).inserted {
      items.removeAll { $0.path == item.path && $0.isModules }
    }
    // Linux knows no longer paths.
    if items.count < Self.mostItems, item.path.utf8.count <= 4096 { items.append(item) }
  }

  /// The node_modules that lies at a path.
  package func modules(at path: String) -> NodeModules? {
    for item in items where item.path == path {
      if let modules = item.modules { return modules }
    }
    return nil
  }

  /// Takes away a path and all below it; a wildcard works as the shell's does.
  package mutating func remove(_ path: String) {
    guard PathText.hasWildcard(path) else {
      if items.contains(where: { PathText.contains(path, $0.path) }) {
        items.removeAll { PathText.contains(path, $0.path) }
      }
      return
    }
    let glob = Glob(path)
    items.removeAll { Self.ancestors($0.path).contains(where: glob.matches) }
  }

  mutating func drop(_ isUnwanted: (FileItem) -> Bool) { items.removeAll(where: isUnwanted) }

  /// Takes away a path and all below it, and yields what was there.
  package mutating func take(at path: String) -> [FileItem] {
    let taken = items.filter { PathText.relative($0.path, in: path) != nil }
    if !taken.isEmpty { items.removeAll { PathText.relative($0.path, in: path) != nil } }
    return taken
  }

  /// What lies at a path, below it, or around it.
  package struct Match: Sendable {
    package enum Relation: Sendable, Equatable {
      /// The item lies at the path or this far below it: "" is the path itself.
      case below(String)
      /// The path lies this far inside the item.
      case inside(String)
    }
    package var item: FileItem
    package var relation: Relation
    /// The path, with wildcards resolved as far as items tell.
    package var path: String
  }

  package func matches(_ path: String) -> [Match] {
    guard path.utf8.count <= 4096 else { return [] }
    guard PathText.hasWildcard(path) else { return items.compactMap { Self.match($0, path) } }
    let glob = Glob(path)
    let folder = Self.folderBeforeWildcard(path)
    return items.compactMap { item in
      if let named = Self.ancestors(item.path).first(where: glob.matches),
        let rest = PathText.relative(item.path, in: named)
      {
        return Match(item: item, relation: .below(rest), path: named)
      }
      guard let rest = PathText.relative(folder, in: item.path) else { return nil }
      return Match(item: item, relation: .inside(rest), path: folder)
    }
  }

  private static func match(_ item: FileItem, _ path: String) -> Match? {
    if let rest = PathText.relative(item.path, in: path) {
      return Match(item: item, relation: .below(rest), path: path)
    }
    return PathText.relative(path, in: item.path).map { Match(item: item, relation: .inside($0), path: path) }
  }

  /// The path itself and its folders, longest first.
  private static func ancestors(_ path: String) -> [String] {
    var found: [String] = []
    var current = path
    while current != "/", current != "." {
      found.append(current)
      current = PathText.parent(current)
    }
    return found
  }

  private static func folderBeforeWildcard(_ path: String) -> String {
    var folder = ""
    for component in path.split(separator: "/") {
      if PathText.hasWildcard(String(component)) { break }
      folder += "/" + component
    }
    return folder.isEmpty ? "/" : folder
  }
}
