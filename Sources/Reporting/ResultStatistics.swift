package import Rubric

/// What can be said about many results at once; it keeps counts, never the results.
package struct ResultStatistics: Sendable {
  /// How one check went.
  package struct CheckCount: Sendable {
    package let id: String
    package var passed = 0
    package var notJudged = 0
    /// How often it failed for which reason.
    package var reasons: [String: Int] = [:]

    /// The most frequent ones first, then in byte order.
    package var rankedReasons: [(reason: String, count: Int)] {
      reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
  }

  package struct Standing: Sendable {
    package let submission: String
    package let score: Int
  }

  private static let lowestCount = 3

  package private(set) var counts: [SubmissionResult.Status: Int] = [:]
  /// In the order of the first result that has them.
  package private(set) var checks: [CheckCount] = []
  /// The lowest scores of those that did not pass, refused ones left out.
  package private(set) var lowest: [Standing] = []
  private var scores: [Int: Int] = [:]

  package init() {}

  package init(_ results: some Sequence<SubmissionResult>) {
    for result in results { add(result) }
  }

  package mutating func add(_ result: SubmissionResult) {
    counts[result.status, default: 0] += 1
    guard result.status != .unreadable else { return }
    scores[result.score, default: 0] += 1
    for (index, check) in result.checks.enumerated() { add(check, expectedAt: index) }
    guard result.status == .failed else { return }
    let place = lowest.firstIndex { $0.score > result.score } ?? lowest.count
    lowest.insert(Standing(submission: result.submission, score: result.score), at: place)
    if lowest.count > Self.lowestCount { lowest.removeLast() }
  }

  private mutating func add(_ check: CheckResult, expectedAt expected: Int) {
    let index: Int
    if checks.indices.contains(expected), checks[expected].id == check.id {
      index = expected
    } else if let found = checks.firstIndex(where: { $0.id == check.id }) {
      index = found
    } else {
      index = checks.count
      checks.append(CheckCount(id: check.id))
    }
    switch check.status {
    case .passed: checks[index].passed += 1
    case .notJudged: checks[index].notJudged += 1
    case .failed: checks[index].reasons[check.reason ?? check.message, default: 0] += 1
    }
  }

  /// How many results there are.
  package var total: Int { counts.values.reduce(0, +) }

  /// How many files could be read; averages and percentages are about them, refused files count with their score of 0.
  package var readable: Int { total - counts[.unreadable, default: 0] }

  /// In tenths of a point; nil without a readable file.
  package var meanTenths: Int? {
    guard readable > 0 else { return nil }
    let sum = scores.reduce(0) { $0 + $1.key * $1.value }
    return (20 * sum + readable) / (2 * readable)
  }

  /// In tenths of a point; nil without a readable file.
  package var medianTenths: Int? {
    guard readable > 0 else { return nil }
    return 5 * (score(at: (readable - 1) / 2) + score(at: readable / 2))
  }

  private func score(at index: Int) -> Int {
    var before = 0
    for (score, count) in scores.sorted(by: { $0.key < $1.key }) {
      before += count
      if before > index { return score }
    }
    return 0
  }
}
