/// How the speed depends on the size of a file, shape by shape.
struct ShapeReport: Encodable {
  /// Between the fastest and the slowest size of a shape, where the effort is in proportion to the bytes.
  static let largestRatio = 2.0

  let results: [ShapeResult]
  let longLine: LongLine

  var isGood: Bool { longLine.isDockersMessage && results.allSatisfy { $0.ratio <= Self.largestRatio } }

  func text() -> String {
    var table = Table(["MB/s, best pass", "", "1 MB", "8 MB", "64 MB", "fastest/slowest", ""], textColumns: 2)
    var notes = ""
    for result in results {
      let verdict = result.ratio <= Self.largestRatio ? "" : "over \(fixed(Self.largestRatio, 0))"
      let speeds = result.sizes.map { speed($0.megabytesPerSecond) }
      table.add([result.shape, result.work] + speeds + [fixed(result.ratio, 2), verdict])
      for size in result.sizes {
        if let refusal = size.refusal { notes += "  \(result.shape), \(size.bytes) bytes: \(refusal)\n" }
      }
    }
    let verdict = longLine.isDockersMessage ? "as Docker says" : "Docker says: \(LongLine.dockerMessage)"
    return """
      \(table.text)\(notes)
        a line of 64 MB: \(longLine.message ?? "nothing") (\(verdict))

      """
  }
}

/// One shape through one workload.
struct ShapeResult: Encodable {
  struct Size: Encodable {
    let bytes: Int
    /// Of the best pass.
    let megabytesPerSecond: Double
    /// Why the program did not read it, so that the speed says nothing.
    let refusal: String?
  }

  let shape: String
  let work: String
  let sizes: [Size]
  /// Fastest size to slowest.
  let ratio: Double

  init(shape: String, work: String, sizes: [Size]) {
    self.shape = shape
    self.work = work
    self.sizes = sizes
    let speeds = sizes.map(\.megabytesPerSecond)
    ratio = (speeds.max() ?? 0) / (speeds.min() ?? 0)
  }
}
