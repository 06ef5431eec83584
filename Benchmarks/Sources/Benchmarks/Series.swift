/// What a subject did in one stretch of time.
struct Round {
  /// Whole passes over the corpus.
  let passes: Int
  let seconds: Double
  /// Of all its threads.
  let processorSeconds: Double
  /// The fastest pass: what the program can do when nobody is in its way.
  let fastestPassSeconds: Double
  /// nil where they can't be counted.
  let allocations: Int?
}

/// The rounds of one subject.
struct Series {
  let name: String
  let work: String
  var rounds: [Round] = []

  /// Passes a second, round by round, as the clock has it.
  var rates: [Double] { rounds.map { Double($0.passes) / $0.seconds } }

  /// Passes a second at the pace of the fastest pass.
  var bestRate: Double { rounds.map { 1 / $0.fastestPassSeconds }.max() ?? 0 }

  /// Passes a second by processor time, which the machine's other work disturbs less.
  var processorRates: [Double] { rounds.map { Double($0.passes) / $0.processorSeconds } }
}

extension [Double] {
  /// The middle one, or the mean of the middle two; 0 of none.
  var median: Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
