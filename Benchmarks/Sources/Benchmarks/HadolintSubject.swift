import Foundation

/// hadolint, where the PATH has it: a process over all the files, so its start and its reading of them are included.
struct HadolintSubject: Subject {
  private let program: URL
  private let paths: [String]

  let name = "hadolint"
  let work = "lint"

  init?(corpus: Corpus) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let programs = folders.map { URL(filePath: String($0)).appending(path: "hadolint") }
    guard let program = programs.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      return nil
    }
    self.program = program
    paths = corpus.files.map(\.path)
  }

  func warmUp() throws { try pass() }

  func round(of seconds: Double) throws -> Round {
    let start = (clock: Moment.clock, processor: Self.childrenSeconds)
    var (passes, fastest, before) = (0, Double.infinity, start.clock)
    repeat {
      try pass()
      passes += 1
      let now = Moment.clock
      fastest = min(fastest, now - before)
      before = now
    } while before - start.clock < seconds
    return Round(
      passes: passes,
      seconds: before - start.clock,
      processorSeconds: Self.childrenSeconds - start.processor,
      fastestPassSeconds: fastest,
      allocations: nil
    )
  }

  /// Whatever its exit status is: that of findings is no failure here.
  private func pass() throws {
    let process = Process()
    process.executableURL = program
    process.arguments = paths
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit else { throw BenchmarkError("hadolint was killed") }
  }

  /// Processor time of the processes that have ended.
  private static var childrenSeconds: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let micros = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000 + usage.ru_utime.tv_usec
    return Double(micros + usage.ru_stime.tv_usec) / 1e6
  }
}
