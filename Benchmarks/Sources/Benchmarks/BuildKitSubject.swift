import Foundation

/// A part of BuildKit's work, done by a process that holds the same files in memory.
struct BuildKitSubject: Subject {
  /// What `buildkit/main.go` calls it.
  enum Work: String, CaseIterable {
    case parse
    case typed = "parse+typed"
    case lint
  }

  let work: String
  let process: BuildKitProcess

  let name = "BuildKit"

  func warmUp() throws { _ = try round(of: 0.2) }

  func round(of seconds: Double) throws -> Round {
    try process.round(work == Work.typed.rawValue ? "typed" : work, seconds: seconds)
  }
}

/// The program built from `buildkit/main.go`, which answers one line for each request.
final class BuildKitProcess {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()

  init(program: String, corpus: Corpus) throws {
    process.executableURL = URL(filePath: program)
    process.environment = ProcessInfo.processInfo.environment.merging(["GOMAXPROCS": "1"]) { own, _ in own }
    process.standardInput = requests
    process.standardOutput = answers
    try process.run()
    let paths = corpus.files.map { "\($0.path)\n" }.joined()
    try requests.fileHandleForWriting.write(contentsOf: Data("\(paths)\n".utf8))
  }

  deinit { process.terminate() }

  func round(_ work: String, seconds: Double) throws -> Round {
    try requests.fileHandleForWriting.write(contentsOf: Data("\(work) \(seconds)\n".utf8))
    let answer = try line().split(separator: " ")
    guard answer.count == 5, let passes = Int(answer[0]), let elapsed = Double(answer[1]),
      let processor = Double(answer[2]), let fastest = Double(answer[3]), let allocations = Int(answer[4])
    else { throw BenchmarkError("BuildKit's program answered: \(answer)") }
    return Round(
      passes: passes,
      seconds: elapsed,
      processorSeconds: processor,
      fastestPassSeconds: fastest,
      allocations: allocations
    )
  }

  private func line() throws -> String {
    var bytes = Data()
    while bytes.last != UInt8(ascii: "\n") {
      guard let part = try answers.fileHandleForReading.read(upToCount: 1), !part.isEmpty else {
        throw BenchmarkError("BuildKit's program has ended")
      }
      bytes += part
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
