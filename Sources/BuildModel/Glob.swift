/// Patterns of file names: `*` and `?` stand for characters of one component, `**` for any number of components.
package struct Glob: Sendable {
  private let components: [ArraySlice<UInt8>]

  /// Linux knows no longer paths; a pattern over it matches nothing, which also bounds the time that one can cost.
  private static let longestPath = 4096

  package init(_ pattern: String) {
    components = Self.split(pattern)
  }

  package func matches(_ path: String) -> Bool {
    let parts = Self.split(path)
    guard !components.isEmpty || parts.isEmpty else { return false }
    // reached[n]: the pattern so far matches the first n components.
    var reached = [Bool](repeating: false, count: parts.count + 1)
    reached[0] = true
    for component in components {
      if component.elementsEqual("**".utf8) {
        for index in 0..<parts.count where reached[index] { reached[index + 1] = true }
        continue
      }
      for index in stride(from: parts.count, to: 0, by: -1) {
        reached[index] = reached[index - 1] && Self.matchComponent(component, parts[index - 1])
      }
      reached[0] = false
    }
    return reached[parts.count]
  }

  private static func split(_ path: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(path.utf8)
    return bytes.count > longestPath ? [] : bytes.split(separator: UInt8(ascii: "/"))
  }

  /// The usual two-pointer walk: only the last star is ever tried again.
  package static func matchComponent(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var (at, position) = (pattern.startIndex, text.startIndex)
    var star: (pattern: Int, text: Int)?
    while position < text.endIndex {
      if at < pattern.endIndex, pattern[at] == UInt8(ascii: "*") {
        star = (at, position)
        at += 1
      } else if at < pattern.endIndex, let next = matchOne(pattern, at, text[position]) {
        at = next
        position += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (at, position) = (last.pattern + 1, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// The index after the element at `at` when it matches one byte: `?`, `[a-z]`, `\x` or the byte itself.
  private static func matchOne(_ pattern: ArraySlice<UInt8>, _ at: Int, _ byte: UInt8) -> Int? {
    switch pattern[at] {
    case UInt8(ascii: "?"):
      return at + 1
    case UInt8(ascii: "\\") where at + 1 < pattern.endIndex:
      return pattern[at + 1] == byte ? at + 2 : nil
    case UInt8(ascii: "["):
      guard let end = pattern[(at + 1)...].firstIndex(of: UInt8(ascii: "]")), end > at + 1 else { break }
      var members = pattern[(at + 1)..<end]
      let isNegated = members.first == UInt8(ascii: "^") || members.first == UInt8(ascii: "!")
      if isNegated { members = members.dropFirst() }
      return contains(members, byte) != isNegated ? end + 1 : nil
    default:
      break
    }
    return pattern[at] == byte ? at + 1 : nil
  }

  private static func contains(_ members: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    var index = members.startIndex
    while index < members.endIndex {
      if index + 2 < members.endIndex, members[index + 1] == UInt8(ascii: "-") {
        if members[index] <= byte, byte <= members[index + 2] { return true }
        index += 3
      } else {
        if members[index] == byte { return true }
        index += 1
      }
    }
    return false
  }
}
