package import BuildModel
package import Diagnostics
import Glibc
package import Rubric

/// Grades many submissions on all cores, and reports them in their order.
///
/// Only a window of submissions is in memory at a time: a result is handed on as soon as all before it are.
package struct ClassGrader: Sendable {
  /// How to build: the same for all.
  package struct BuildOptions: Sendable {
    package var target: String?
    package var buildArguments: [String: String]

    package init(target: String? = nil, buildArguments: [String: String] = [:]) {
      self.target = target
      self.buildArguments = buildArguments
    }
  }

  /// So many submissions are one piece of work: enough to hide what a task costs, few enough for an even end.
  private static let pieceSize = 16
  /// Pieces that may be finished before the one that everybody waits for.
  private static let piecesAhead = 4

  private let judge: @Sendable (SourceFile, IgnoreFile) -> SubmissionResult
  private let maxScore: Int
  private let reader: FileReader
  package let workers: Int

  package init(
    _ grader: Grader,
    build: BuildOptions = BuildOptions(),
    reader: FileReader = FileReader(),
    workers: Int? = nil
  ) {
    self.init(maxScore: grader.rubric.maxScore, reader: reader, workers: workers) { source, ignoreFile in
      grader.grade(source, target: build.target, buildArguments: build.buildArguments, ignoreFile: ignoreFile)
    }
  }

  /// - Parameters:
  ///   - maxScore: for results of what cannot be read.
  ///   - workers: nil for one on each core.
  ///   - judge: called by several at once.
  package init(
    maxScore: Int,
    reader: FileReader = FileReader(),
    workers: Int? = nil,
    judge: @escaping @Sendable (SourceFile, IgnoreFile) -> SubmissionResult
  ) {
    self.judge = judge
    self.maxScore = maxScore
    self.reader = reader
    self.workers = max(1, workers ?? Self.cores)
  }

  /// Processors that are online.
  package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Reads and grades one; what cannot be read gets a result that says why.
  package func grade(_ submission: Submission) -> SubmissionResult {
    if case .unsearchable(let reason) = submission.origin { return unreadable(submission, reason) }
    do {
      let bytes = try reader.read(submission)
      var result = judge(SourceFile(path: submission.path, bytes: bytes), submission.ignoreFile)
      result.submission = submission.name
      return result
    } catch {
      return unreadable(submission, error.message)
    }
  }

  /// Grades all and hands each result on in the order of the submissions.
  ///
  /// - Parameter each: called on the caller's side, never by two at once.
  package func grade(_ submissions: [Submission], each: (SubmissionResult) throws -> Void) async rethrows {
    guard workers > 1, submissions.count > 1 else {
      for submission in submissions { try each(grade(submission)) }
      return
    }
    var pieces = stride(from: 0, to: submissions.count, by: Self.pieceSize)
      .map { submissions[$0..<min($0 + Self.pieceSize, submissions.count)] }
      .enumerated().makeIterator()
    try await withThrowingTaskGroup(of: (Int, [SubmissionResult]).self) { group in
      var finished: [Int: [SubmissionResult]] = [:]
      var (running, started, next) = (0, 0, 0)
      func fill() {
        while running < workers, started < next + workers + Self.piecesAhead, let (index, piece) = pieces.next() {
          group.addTask { (index, piece.map(grade)) }
          running += 1
          started += 1
        }
      }
      fill()
      while let (index, results) = try await group.next() {
        running -= 1
        finished[index] = results
        while let results = finished.removeValue(forKey: next) {
          try results.forEach(each)
          next += 1
        }
        fill()
      }
    }
  }

  /// All results at once.
  package func grade(_ submissions: [Submission], progress: (Int) -> Void = { _ in }) async -> [SubmissionResult] {
    var results: [SubmissionResult] = []
    await grade(submissions) { result in
      results.append(result)
      progress(results.count)
    }
    return results
  }

  private func unreadable(_ submission: Submission, _ reason: String) -> SubmissionResult {
    SubmissionResult(
      submission: submission.name,
      sha256: nil,
      status: .unreadable,
      score: 0,
      maxScore: maxScore,
      error: reason
    )
  }
}
