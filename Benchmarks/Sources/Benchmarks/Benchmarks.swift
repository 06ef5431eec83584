import ArgumentParser
import Foundation
import GradingWorkload
import Workloads

/// Measures the program's work on Dockerfiles in memory, warm, in one thread.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks",
    abstract: "Measure how fast Dockerfiles in memory are read, warm and in one thread."
  )

  @Option(help: "Seconds for each row of the table, spread over the rounds.")
  var seconds = 5.0

  @Option(help: "Rounds; each measures every row once, so that all of them meet the same neighbours on the machine.")
  var rounds = 5

  @Option(help: "Only the rows whose name contains this.")
  var filter: String?

  @Flag(help: "Print one JSON object instead of tables.")
  var json = false

  @Option(help: "The program built from buildkit/main.go: BuildKit is measured in the same rounds.")
  var buildkit: String?

  @Flag(help: "Measure awkward shapes in three sizes instead of folders.")
  var shapes = false

  @Option(help: "Dockerfiles to generate when no folder is given.")
  var files = 500

  @Option(help: "Where the generator starts; the same seed makes the same files.")
  var seed: UInt64 = 1

  @Argument(help: "Folders of Dockerfiles, at any depth.", completion: .directory)
  var folders: [String] = []

  var workloads: [Workload] { Workload.allCases.filter { matches($0.rawValue) } }

  func validate() throws {
    guard rounds > 0, seconds > 0, files > 0 else {
      throw ValidationError("--rounds, --seconds and --files are above zero")
    }
    guard !shapes || folders.isEmpty && buildkit == nil else {
      throw ValidationError("--shapes takes neither folders nor --buildkit")
    }
  }

  func run() throws {
    let report = shapes ? Report(shapes: ShapeRun(workloads: workloads).report()) : try measureCorpora()
    print(json ? try report.json() : report.text(), terminator: "")
    guard report.shapes?.isGood ?? true else { throw ExitCode.failure }
  }

  private func measureCorpora() throws -> Report {
    let generated = folders.isEmpty ? try GeneratedFolder(files: files, seed: seed) : nil
    defer { generated?.remove() }
    let corpora = try generated.map { [$0.corpus] } ?? folders.map { try Corpus(folder: $0) }
    return Report(corpora: try corpora.map { try measure($0) })
  }

  /// Every row once in each round, each for its part of the time.
  private func measure(_ corpus: Corpus) throws -> CorpusResult {
    let subjects = try subjects(for: corpus)
    var series = subjects.map { Series(name: $0.name, work: $0.work) }
    for subject in subjects { try subject.warmUp() }
    for _ in 0..<rounds {
      for (index, subject) in subjects.enumerated() {
        series[index].rounds.append(try subject.round(of: seconds / Double(rounds)))
      }
    }
    return CorpusResult(corpus: corpus, series: series)
  }

  private func subjects(for corpus: Corpus) throws -> [any Subject] {
    var subjects: [any Subject] = workloads.map { OwnSubject(workload: $0, corpus: corpus) }
    if matches("grade") { subjects.append(OwnSubject(grading: try GradingWorkload(), corpus: corpus)) }
    if let buildkit {
      let process = try BuildKitProcess(program: buildkit, corpus: corpus)
      subjects += BuildKitSubject.Work.allCases.filter { matches($0.rawValue) }
        .map { BuildKitSubject(work: $0.rawValue, process: process) }
    }
    if matches("lint"), let hadolint = HadolintSubject(corpus: corpus) { subjects.append(hadolint) }
    return subjects
  }

  private func matches(_ name: String) -> Bool { filter.map { name.contains($0) } ?? true }
}
