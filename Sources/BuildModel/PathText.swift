/// Paths as text, with `/` between components; nothing touches a disk.
package enum PathText {
  /// Without empty, `.` and `..` components; `..` stops at the root. Absolute paths stay absolute, others relative.
  package static func clean(_ path: String) -> String {
    isClean(path) ? path : cleaned(path)
  }

  /// Absolute, and nothing to do: most paths are.
  private static func isClean(_ path: String) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/") else { return false }
    var isAfterSlash = false
    for byte in path.utf8 {
      if isAfterSlash, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
      isAfterSlash = byte == UInt8(ascii: "/")
    }
    return !isAfterSlash || path.utf8.count == 1
  }

  private static func cleaned(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var components: [Substring] = []
    for component in path.utf8.split(separator: UInt8(ascii: "/")).map({ Substring($0) }) where component != "." {
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

  /// How many folders deep a path ends that starts in a folder of some depth; `..` stops at the root.
  package static func depth(of path: String, from start: Int = 0) -> Int {
    path.utf8.split(separator: UInt8(ascii: "/")).reduce(start) { depth, component in
      if component.elementsEqual("..".utf8) { return max(0, depth - 1) }
      return component.elementsEqual(".".utf8) ? depth : depth + 1
    }
  }

  /// What is left of `path` below `folder`: "" for the folder itself, nil outside it. Both absolute and clean.
  package static func relative(_ path: String, in folder: String) -> String? {
    let bytes = path.utf8
    if folder.utf8.count == 1 { return bytes.first == UInt8(ascii: "/") ? String(path.dropFirst()) : nil }
    guard bytes.count >= folder.utf8.count, bytes.starts(with: folder.utf8) else { return nil }
    let rest = bytes.dropFirst(folder.utf8.count)
    guard let next = rest.first else { return "" }
    return next == UInt8(ascii: "/") ? String(Substring(rest.dropFirst())) : nil
  }

  /// One of two folders lies in the other.
  package static func areNested(_ left: String, _ right: String) -> Bool {
    relative(left, in: right) != nil || relative(right, in: left) != nil
  }

  package static func lastComponent(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
  }

  package static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func hasWildcard(_ path: String) -> Bool {
    path.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }
}
