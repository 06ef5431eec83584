import BuildModel
import Synchronization

/// docker, whose daemon keeps everybody's images in one store.
final class DockerEngine: ContainerEngine {
  let kind = EngineKind.docker
  let version: String
  private let commands: DockerCommands
  private let runner: ProgramRunner
  private let pulled = Mutex<[String]>([])

  private static let answerLimit = Duration.seconds(30)
  private static let pullLimit = Duration.seconds(1800)
  private static let probeLimit = Duration.seconds(60)

  /// Looks for the program, its daemon, and whether it can build at all.
  ///
  /// - Throws: `EngineError`, or `Interrupted`.
  init(settings: EngineSettings, workplace: Workplace, runner: ProgramRunner) async throws {
    self.runner = runner
    commands = DockerCommands(allowsNetwork: settings.allowsNetwork)
    let words = ["docker", "version", "--format", "{{.Server.Version}}"]
    let told = try await runner.ask(ProgramCall(words, limit: Self.answerLimit))
    guard told.isGood else { throw EngineError(told.complaint) }
    version = EngineVersion.text(in: told.output)
    guard let program = ProbeProgram.bytes else { throw EngineError("this processor is not supported") }
    let request = try BuildRequest.probe(
      workplace.name + "-probe",
      program: program,
      limit: Self.probeLimit,
      in: workplace
    )
    let end = try await build(request)
    await discard(request)
    guard end.isGood else {
      let said = OutputTail.lines(of: end.output).suffix(4).map { $0.trimmingPrefix { $0 == " " } }
      throw EngineError("docker cannot build on this machine: \(said.joined(separator: " "))")
    }
  }

  let remover: [String] = []

  func configuration(of image: ImageReference) async throws -> ImageConfiguration? {
    let end = try await runner.ask(ProgramCall(commands.inspect(image.lookupName), limit: Self.answerLimit))
    return end.isGood ? try EngineAnswers.image(end.output, from: kind).configuration : nil
  }

  func pull(_ image: ImageReference) async throws -> ProgramEnd {
    let end = try await runner.watch(ProgramCall(commands.pull(image.lookupName), limit: Self.pullLimit))
    if end.isGood { pulled.withLock { $0.append(image.lookupName) } }
    return end
  }

  func build(_ request: BuildRequest) async throws -> ProgramEnd {
    try await runner.watch(
      ProgramCall(commands.build(request), environment: ["DOCKER_BUILDKIT": "1"], limit: request.limit)
    )
  }

  func product(of request: BuildRequest) async throws -> BuiltImage {
    let call = ProgramCall(commands.inspect(commands.name(of: request)), limit: Self.answerLimit)
    let end = try await runner.ask(call)
    guard end.isGood else { throw EngineError(end.complaint) }
    return try EngineAnswers.image(end.output, from: kind)
  }

  func discard(_ request: BuildRequest) async { await remove(commands.name(of: request)) }

  func close() async {
    for image in pulled.withLock({ $0 }) { await remove(image) }
  }

  /// Nothing may stop this.
  private func remove(_ image: String) async {
    let call = ProgramCall(commands.remove(image), limit: Self.answerLimit)
    _ = await Task { [runner] in try await runner.ask(call) }.result
  }
}
