import BuildModel
import Classroom
import Glibc

/// buildah or podman, with stores of their own beneath the workplace.
struct ContainersEngine: ContainerEngine {
  let kind: EngineKind
  let version: String
  private let commands: ContainersCommands
  private let workplace: Workplace
  private let runner: ProgramRunner

  private static let answerLimit = Duration.seconds(60)
  private static let pullLimit = Duration.seconds(1800)
  private static let probeLimit = Duration.seconds(60)

  /// Looks for the program and for a way to build on this machine.
  ///
  /// - Throws: `EngineError`, or `Interrupted`.
  init(_ kind: EngineKind, settings: EngineSettings, workplace: Workplace, runner: ProgramRunner) async throws {
    self.kind = kind
    self.workplace = workplace
    self.runner = runner
    let told = try await runner.ask(ProgramCall([kind.rawValue, "--version"], limit: Self.answerLimit))
    guard told.isGood else { throw EngineError(told.complaint) }
    version = EngineVersion.text(in: told.output)
    let format = kind == .podman ? ["--format", "json"] : []
    let answer = try await runner.ask(ProgramCall([kind.rawValue, "info"] + format, limit: Self.answerLimit))
    guard answer.isGood, let info = try? EngineAnswers.info(answer.output, from: kind) else {
      throw EngineError("\(kind.rawValue) does not tell where its images are: \(answer.complaint)")
    }
    var stores = [info.store]
    if settings.allowsPull {
      stores.append(EngineAnswers.Store(driver: info.store.driver, root: "\(workplace.path)/pulled/root", options: []))
    }
    commands = try await Self.commands(
      ContainersCommands(kind: kind, confinement: Confinement(launcher: [], options: []), stores: stores),
      info,
      settings,
      workplace,
      runner
    )
  }

  /// With the first confinement in which the smallest of programs runs.
  private static func commands(
    _ template: ContainersCommands,
    _ info: EngineAnswers.Info,
    _ settings: EngineSettings,
    _ workplace: Workplace,
    _ runner: ProgramRunner
  ) async throws -> ContainersCommands {
    let candidates = Confinement.candidates(
      isRoot: geteuid() == 0,
      hasRuntime: info.hasRuntime,
      allowsNetwork: settings.allowsNetwork
    )
    guard let program = ProbeProgram.bytes else { throw EngineError("this processor is not supported") }
    var commands = template
    // The store of what is pulled has to be there before anything is.
    if settings.allowsPull {
      _ = try workplace.folder("pulled")
      _ = try workplace.folder("pulled/root")
    }
    var complaint = ""
    for (index, candidate) in candidates.enumerated() {
      commands.confinement = candidate
      let request = try BuildRequest.probe("probe-\(index)", program: program, limit: probeLimit, in: workplace)
      let call = ProgramCall(commands.build(request), environment: environment(workplace), limit: probeLimit)
      let end = try await runner.watch(call)
      if end.isGood { return commands }
      complaint = end.complaint
    }
    throw EngineError("\(template.kind.rawValue) cannot shut in a build on this machine: \(complaint)")
  }

  /// What engines keep for the time of a build lies in the workplace, too.
  private static func environment(_ workplace: Workplace) -> [String: String?] {
    ["TMPDIR": try? workplace.folder("tmp")]
  }

  private func call(_ words: [String], limit: Duration) -> ProgramCall {
    ProgramCall(words, environment: Self.environment(workplace), limit: limit)
  }

  /// Files of a rootless store belong to numbers that only the engine may touch.
  var remover: [String] { geteuid() == 0 ? [] : [kind.rawValue, "unshare"] }

  func configuration(of image: ImageReference) async throws -> ImageConfiguration? {
    let folder = try workplace.folder("look")
    let words = commands.inspect(image.lookupName, storeIn: folder)
    let end = try await runner.ask(call(words, limit: Self.answerLimit))
    return end.isGood ? try EngineAnswers.image(end.output, from: kind).configuration : nil
  }

  func pull(_ image: ImageReference) async throws -> ProgramEnd {
    var puller = commands
    puller.stores.removeLast()
    let words = puller.pull(image.lookupName, storeIn: "\(workplace.path)/pulled")
    return try await runner.watch(call(words, limit: Self.pullLimit))
  }

  func build(_ request: BuildRequest) async throws -> ProgramEnd {
    try await runner.watch(call(commands.build(request), limit: request.limit))
  }

  func product(of request: BuildRequest) async throws -> BuiltImage {
    let id = String(decoding: try FileReader(limit: 1024).read(FilePath(request.idFile)), as: UTF8.self)
    let words = commands.inspect(id.filter { !$0.isWhitespace }, storeIn: request.folder)
    let end = try await runner.ask(call(words, limit: Self.answerLimit))
    guard end.isGood else { throw EngineError(end.complaint) }
    return try EngineAnswers.image(end.output, from: kind)
  }

  func discard(_ request: BuildRequest) async {
    _ = await workplace.remove(request.folder, launcher: remover)
  }

  func close() async {}
}
