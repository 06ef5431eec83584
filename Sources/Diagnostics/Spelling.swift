/// What somebody may have meant who wrote a name that does not exist.
public enum Spelling {
  /// Longer names are no slips of a finger; comparing them costs time without use.
  private static let longest = 64

  /// The candidate that is nearest to a name, the first one of equals; nil when none is near enough to be worth offering.
  ///
  /// Near means that at most a third of the name's letters were left out, added, mistaken or swapped with a neighbour; the
  /// case of letters counts for nothing.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let written = lowercased(name)
    guard !written.isEmpty, written.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let meant = lowercased(candidate)
      guard meant.count <= longest, abs(meant.count - written.count) <= longest / 3 else { continue }
      let distance = distance(written, meant)
      guard distance <= max(1, max(written.count, meant.count) / 3), distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  private static func lowercased(_ name: String) -> [UInt8] {
    name.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 0x20 : $0 }
  }

  /// Letters left out, added, mistaken or swapped with a neighbour (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, leftByte) in left.enumerated() {
      var current = [row + 1]
      for (column, rightByte) in right.enumerated() {
        let mistaken = last[column] + (leftByte == rightByte ? 0 : 1)
        var best = min(mistaken, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
