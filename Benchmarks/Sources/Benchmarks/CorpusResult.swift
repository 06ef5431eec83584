/// The rows of one corpus; a megabyte is a million bytes.
struct CorpusResult: Encodable {
  struct Row: Encodable {
    let program: String
    let work: String
    let medianMegabytesPerSecond: Double
    /// Of the fastest pass.
    let bestMegabytesPerSecond: Double
    /// The median by processor time.
    let processorMegabytesPerSecond: Double
    let medianFilesPerSecond: Double
    let allocationsPerFile: Double?
  }

  /// How many times as fast as BuildKit this program was, in rounds of the same minutes.
  struct Ratio: Encodable {
    let work: String
    let buildkit: String
    let median: Double
    let worst: Double
    /// The median by processor time.
    let processor: Double
  }

  let name: String
  let files: Int
  let bytes: Int
  let rows: [Row]
  let ratios: [Ratio]

  init(corpus: Corpus, series: [Series]) {
    name = corpus.name
    files = corpus.files.count
    bytes = corpus.byteCount
    let (files, megabytes) = (Double(files), Double(bytes) / 1e6)
    rows = series.map { series in
      let passes = series.rounds.reduce(0) { $0 + $1.passes }
      let allocations = series.rounds.compactMap(\.allocations)
      return Row(
        program: series.name,
        work: series.work,
        medianMegabytesPerSecond: series.rates.median * megabytes,
        bestMegabytesPerSecond: series.bestRate * megabytes,
        processorMegabytesPerSecond: series.processorRates.median * megabytes,
        medianFilesPerSecond: series.rates.median * files,
        allocationsPerFile: allocations.isEmpty ? nil : Double(allocations.reduce(0, +)) / Double(passes) / files
      )
    }
    ratios = Self.pairs.compactMap { Self.ratio(of: $0.own, to: $0.buildkit, in: series) }
  }

  /// Typed instructions are all that this program makes of a file, so BuildKit's bare parse is compared with them too.
  private static let pairs = [
    (own: "parse+typed", buildkit: "parse"), (own: "parse+typed", buildkit: "parse+typed"),
    (own: "lint", buildkit: "lint"),
  ]

  private static func ratio(of own: String, to other: String, in series: [Series]) -> Ratio? {
    guard let left = series.first(where: { $0.name == "stagecraft" && $0.work == own }),
      let right = series.first(where: { $0.name == "BuildKit" && $0.work == other })
    else { return nil }
    let ratios = zip(left.rates, right.rates).map { $0 / $1 }
    return Ratio(
      work: own,
      buildkit: other,
      median: ratios.median,
      worst: ratios.min() ?? 0,
      processor: zip(left.processorRates, right.processorRates).map { $0 / $1 }.median
    )
  }
}

extension CorpusResult {
  func text() -> String {
    var table = Table(["", "", "MB/s", "best", "cpu", "files/s", "allocations/file"], textColumns: 2)
    for row in rows {
      table.add([
        row.program, row.work, speed(row.medianMegabytesPerSecond), speed(row.bestMegabytesPerSecond),
        speed(row.processorMegabytesPerSecond), fixed(row.medianFilesPerSecond, 0),
        row.allocationsPerFile.map { fixed($0) } ?? "–",
      ])
    }
    var result = "\(name): \(files) files, \(fixed(Double(bytes) / 1e6, 2)) MB\n\(table.text)"
    guard !ratios.isEmpty else { return result }
    var comparison = Table(["times as fast", "median", "worst round", "cpu"], textColumns: 1)
    for ratio in ratios {
      comparison.add([
        "\(ratio.work) to BuildKit's \(ratio.buildkit)", fixed(ratio.median), fixed(ratio.worst),
        fixed(ratio.processor),
      ])
    }
    result += "\n\(comparison.text)"
    return result
  }
}
