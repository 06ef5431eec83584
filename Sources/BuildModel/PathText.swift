import Diagnostics

/// Paths as text, with `/` between components; nothing touches a disk.
package enum PathText {
  /// Without empty, `.` and `..` components; `..` stops at the root. Absolute paths stay absolute, others relative.
  package static func clean(_ path: String) -> String {
    isClean(path) ? path : joined(path, "", isAbsolute: path.utf8.first == UInt8(ascii: "/"))
  }

  /// Absolute, and nothing to do: most paths are.
  private static func isClean(_ path: String) -> Bool {
    withBytes(of: path) { bytes in
      guard bytes.first == UInt8(ascii: "/") else { return false }
      var isAfterSlash = false
      for byte in bytes {
        if isAfterSlash, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
        isAfterSlash = byte == UInt8(ascii: "/")
      }
      return !isAfterSlash || bytes.count == 1
    }
  }

  /// `path` as seen from `directory`, cleaned; an absolute path stands alone.
  package static func join(_ directory: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return clean(path) }
    return joined(directory, path, isAbsolute: directory.isEmpty || directory.utf8.first == UInt8(ascii: "/"))
  }

  /// The components of both, written once into the memory of the result.
  private static func joined(_ first: String, _ second: String, isAbsolute: Bool) -> String {
    var (first, second) = (first, second)
    return String(unsafeUninitializedCapacity: first.utf8.count + second.utf8.count + 2) { buffer in
      var writer = ComponentWriter(buffer, isAbsolute: isAbsolute)
      first.withUTF8 { writer.add($0) }
      second.withUTF8 { writer.add($0) }
      return writer.finish()
    }
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
    guard contains(folder, path) else { return nil }
    let prefix = folder.utf8.count == 1 ? 1 : folder.utf8.count + 1
    return withBytes(of: path) { String(decoding: $0.dropFirst(prefix), as: UTF8.self) }
  }

  /// Whether `path` is `folder` or lies below it. Both absolute and clean.
  package static func contains(_ folder: String, _ path: String) -> Bool {
    let count = folder.utf8.count
    if count == 1 { return path.utf8.first == UInt8(ascii: "/") }
    guard path.utf8.count >= count else { return false }
    return withBytes(of: path) { path in
      guard path.count == count || path[count] == UInt8(ascii: "/") else { return false }
      return withBytes(of: folder) { path.prefix(count).elementsEqual($0) }
    }
  }

  /// One of two folders lies in the other.
  package static func areNested(_ left: String, _ right: String) -> Bool {
    contains(left, right) || contains(right, left)
  }

  package static func lastComponent(_ path: String) -> String {
    withBytes(of: path) { bytes -> String? in
      var end = bytes.count
      while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
      return start == 0 && end == bytes.count ? nil : String(decoding: bytes[start..<end], as: UTF8.self)
    } ?? path
  }

  package static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func hasWildcard(_ path: String) -> Bool {
    withBytes(of: path) { $0.contains(where: isWildcard) }
  }

  static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
  }
}

/// Puts the components of a path one behind another, `.` and `..` resolved.
private struct ComponentWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private let isAbsolute: Bool
  private var count = 0
  /// What no `..` takes away: the root, or the `..` at the start of a relative path.
  private var floor = 0

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>, isAbsolute: Bool) {
    self.buffer = buffer
    self.isAbsolute = isAbsolute
    guard isAbsolute else { return }
    append(Self.slash)
    floor = count
  }

  private var root: Int { isAbsolute ? 1 : 0 }

  mutating func add(_ path: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < path.count {
      let start = index
      while index < path.count, path[index] != Self.slash { index += 1 }
      if index > start { add(component: UnsafeBufferPointer(rebasing: path[start..<index])) }
      index += 1
    }
  }

  private mutating func add(component: UnsafeBufferPointer<UInt8>) {
    if component.count == 1, component[0] == Self.dot { return }
    let isParent = component.count == 2 && component[0] == Self.dot && component[1] == Self.dot
    guard !isParent || count == floor else { return removeLast() }
    guard !isParent || !isAbsolute else { return }
    if count > root { append(Self.slash) }
    for byte in component { append(byte) }
    if isParent { floor = count }
  }

  private mutating func removeLast() {
    while count > floor, buffer[count - 1] != Self.slash { count -= 1 }
    if count > root { count -= 1 }
  }

  private mutating func append(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  /// How long the path is.
  mutating func finish() -> Int {
    if count == 0 { append(Self.dot) }
    return count
  }
}
