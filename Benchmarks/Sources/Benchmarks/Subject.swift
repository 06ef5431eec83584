import CAllocations
import DockerfileSyntax
import Glibc
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
  let workload: Workload
  let corpus: Corpus

  let name = "stagecraft"
  var work: String { workload.rawValue }

  func warmUp() { pass() }

  func round(of seconds: Double) -> Round {
    let allocations = allocations_of_thread()
    let start = Moment.now
    var passes = 0
    repeat {
      pass()
      passes += 1
    } while Moment.now.clock - start.clock < seconds
    let end = Moment.now
    return Round(
      passes: passes,
      seconds: end.clock - start.clock,
      processorSeconds: end.processor - start.processor,
      allocations: Int(allocations_of_thread() - allocations)
    )
  }

  private func pass() {
    var count = 0
    var worker = Worker()
    for file in corpus.files { count &+= workload.run(file.bytes, with: &worker) }
    precondition(count >= 0)
  }
}

/// A reading of the clock and of this process's processor time, in seconds.
struct Moment {
  let clock: Double
  let processor: Double

  static var now: Moment { Moment(clock: seconds(CLOCK_MONOTONIC), processor: seconds(CLOCK_PROCESS_CPUTIME_ID)) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
