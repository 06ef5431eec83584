/// Paths as text, with `/` between components; nothing touches a disk.
package enum PathText {
  /// Without empty, `.` and `..` components; `..` stops at the root. Absolute paths stay absolute, others relative.
  package static func clean(_ path: String) -> String {
    isClean(path) ? path : cleaned(path)
  }

  /// Absolute, and nothing to do: most paths are.
  private static func isClean(_ path: String) -> Bool {
    var isAfterSlash = false
    for (index, byte) in path.utf8.enumerated() {
      if index == 0, byte != UInt8(ascii: "/") { return false }
      if isAfterSlash, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      isAfterSlash = byte == UInt8(ascii: "/")
    }
    return !isAfterSlash || path.utf8.count == 1
  }

  private static func cleaned(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component != ".." {
        components.append(component)
      } else if let last = components.last, last != ".." {
        components.removeLast()
      } else if !isAbsolute {
        components.append(component)
      }
    }
    let joined = components.joined(separator: "/")
    if isAbsolute { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// `path` as seen from `directory`, cleaned; an absolute path stands alone.
  package static func join(_ directory: String, _ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? clean(path) : clean(directory + "/" + path)
  }

  /// What is left of `path` below `folder`: "" for the folder itself, nil outside it. Both absolute and clean.
  package static func relative(_ path: String, in folder: String) -> String? {
    if folder == "/" { return String(path.dropFirst()) }
    guard path.hasPrefix(folder) else { return nil }
    let rest = path.dropFirst(folder.count)
    if rest.isEmpty { return "" }
    return rest.first == "/" ? String(rest.dropFirst()) : nil
  }

  /// One of two folders lies in the other.
  package static func areNested(_ left: String, _ right: String) -> Bool {
    relative(left, in: right) != nil || relative(right, in: left) != nil
  }

  package static func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  package static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func hasWildcard(_ path: String) -> Bool {
    path.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }
}
