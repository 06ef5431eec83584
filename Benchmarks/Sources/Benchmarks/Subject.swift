import CAllocations
import DockerfileSyntax
import Glibc
import GradingWorkload
import Workloads

/// Somebody whose work is measured.
protocol Subject {
  /// The program.
  var name: String { get }
  /// What of its work.
  var work: String { get }

  /// Does the work once, unmeasured.
  func warmUp() throws
  /// Does the work again and again, whole passes over the corpus, until the time is over.
  func round(of seconds: Double) throws -> Round
}

/// This program, in this process and this thread.
struct OwnSubject: Subject {
  let work: String
  let corpus: Corpus
  /// Bytes of a file in, a count out.
  private let run: ([UInt8], inout Worker) -> Int

  let name = "stagecraft"

  init(workload: Workload, corpus: Corpus) {
    work = workload.rawValue
    self.corpus = corpus
    run = { workload.run($0, with: &$1) }
  }

  init(grading: GradingWorkload, corpus: Corpus) {
    work = "grade"
    self.corpus = corpus
    run = { bytes, _ in grading.run(bytes) }
  }

  func warmUp() {
    var worker = Worker()
    pass(&worker)
  }

  func round(of seconds: Double) -> Round {
    var worker = Worker()
    let allocations = allocations_of_thread()
    let start = Moment.now
    var (passes, fastest, before) = (0, Double.infinity, start.clock)
    repeat {
      pass(&worker)
      passes += 1
      let now = Moment.clock
      fastest = min(fastest, now - before)
      before = now
    } while before - start.clock < seconds
    let end = Moment.now
    return Round(
      passes: passes,
      seconds: end.clock - start.clock,
      processorSeconds: end.processor - start.processor,
      fastestPassSeconds: fastest,
      allocations: Int(allocations_of_thread() - allocations)
    )
  }

  private func pass(_ worker: inout Worker) {
    var count = 0
    for file in corpus.files { count &+= run(file.bytes, &worker) }
    precondition(count >= 0)
  }
}

/// A reading of the clock and of this process's processor time, in seconds.
struct Moment {
  let clock: Double
  let processor: Double

  static var now: Moment { Moment(clock: clock, processor: seconds(CLOCK_PROCESS_CPUTIME_ID)) }

  static var clock: Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
