import BuildModel
import Classroom
import Course
import Rubric
import TestKit
import Testing

@testable import Engine

/// An engine that answers as it is told to, for what a real one cannot be made to do.
private struct ScriptedEngine: ContainerEngine {
  var kind = EngineKind.buildah
  var version = "1.28.2"
  var remover: [String] = []
  var bases: [String: ImageConfiguration] = [:]
  var end = ProgramEnd(outcome: .exited(0))
  var product = ImageConfiguration()

  func configuration(of image: ImageReference) async throws -> ImageConfiguration? { bases[image.familiarName] }
  func pull(_ image: ImageReference) async throws -> ProgramEnd { ProgramEnd(outcome: .exited(125)) }
  func build(_ request: BuildRequest) async throws -> ProgramEnd { end }
  func product(of request: BuildRequest) async throws -> BuiltImage { BuiltImage(configuration: product, bytes: 1) }
  func discard(_ request: BuildRequest) async {}
  func close() async {}
}

@Suite struct ConfirmerTests {
  private static let path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  private func confirm(
    _ text: String,
    by engine: ScriptedEngine,
    settings: EngineSettings = EngineSettings()
  ) async throws -> BuildConfirmation {
    let folder = try TemporaryFolder()
    let place = try Workplace(beneath: folder.path)
    let plan = try Fixture.plan()
    let confirmer = BuildConfirmer(engine: engine, workplace: place, settings: settings, plan: plan)
    let build = try await confirmer.confirm(
      try Fixture.result(Array(text.utf8), name: "Dockerfile", plan),
      of: Submission(name: "-", origin: .standardInput),
      number: 1
    )
    #expect(await place.remove() == nil)
    return build
  }

  private func image(user: String = "node", command: [String] = ["a"]) -> ImageConfiguration {
    var image = ImageConfiguration()
    image.user = user
    image.command = command
    image.environment = [Self.path]
    return image
  }

  private func engine(_ product: ImageConfiguration, base: ImageConfiguration = .init()) -> ScriptedEngine {
    ScriptedEngine(bases: ["house/base:1": base, "node:26-alpine": base], product: product)
  }

  private static let file = "FROM house/base:1\nUSER node\nCMD [\"a\"]\n"

  @Test func `confirms what is the same`() async throws {
    let build = try await confirm(Self.file, by: engine(image()))
    #expect(build.verdict == .confirmed)
    #expect(build.fields.allSatisfy { $0.status == .agrees })
    #expect(build.reason == nil)
  }

  @Test func `contradicts with both values`() async throws {
    let build = try await confirm(Self.file, by: engine(image(user: "root", command: ["b"])))
    #expect(build.verdict == .contradicted)
    #expect(build.reason == "the image differs in User, Cmd")
    let wrong = build.fields.filter { $0.status == .contradicts }
    #expect(wrong.map(\.name) == ["User", "Cmd"])
    #expect(wrong.map(\.expected) == ["node", #"["a"]"#])
    #expect(wrong.map(\.built) == ["root", #"["b"]"#])
  }

  @Test func `takes what an unknown base sets from the base itself`() async throws {
    var base = image(user: "app", command: ["x"])
    base.environment = ["PATH=/base", "A=1"]
    base.labels = ["by": "us"]
    base.stopSignal = "SIGQUIT"
    base.healthcheck = EffectiveImage.Probe(test: ["CMD", "ok"])
    base.exposedPorts = ["80/tcp"]
    base.volumes = ["/data"]
    var product = base
    product.environment = ["PATH=/mine:/base", "A=1"]
    product.volumes = ["/data", "/more"]
    let build = try await confirm(
      "FROM house/base:1\nENV PATH=/mine:$PATH\nVOLUME /more\n",
      by: engine(product, base: base)
    )
    #expect(build.verdict == .confirmed, "\(build.fields)")
  }

  @Test func `a base with another user than the facts say contradicts the checks`() async throws {
    let base = image(user: "node", command: [])
    let build = try await confirm("FROM node:26-alpine\nCMD [\"a\"]\n", by: engine(image(), base: base))
    #expect(build.verdict == .contradicted)
    #expect(build.fields.first?.reason == "the base image on this machine has another user than the facts say, root")
  }

  @Test func `triggers of a base image cannot be foreseen`() async throws {
    var base = ImageConfiguration()
    base.onBuild = ["USER other"]
    let build = try await confirm(Self.file, by: engine(image(user: "other"), base: base))
    #expect(build.verdict == .unconfirmed)
    #expect(build.reason == "the base image brings ONBUILD instructions of its own")
  }

  @Test func `what podman does not tell cannot be compared`() async throws {
    var product = image()
    product.untold = ["Shell", "OnBuild"]
    var podman = engine(product)
    podman.kind = .podman
    let build = try await confirm(Self.file, by: podman)
    #expect(build.verdict == .confirmed)
    #expect(build.fields.filter { $0.status == .notComparable }.map(\.name) == ["Shell", "OnBuild"])
  }

  @Test func `a deviation of buildah is none of docker's`() async throws {
    let file = "FROM house/base:1\nSHELL [\"/bin/sh\", \"-eu\", \"-c\"]\nCMD a\n"
    var product = image(user: "", command: ["/bin/sh", "-c", "a"])
    product.shell = ["/bin/sh", "-eu", "-c"]
    #expect(try await confirm(file, by: engine(product)).verdict == .confirmed)
    var docker = engine(product)
    docker.kind = .docker
    #expect(try await confirm(file, by: docker).verdict == .contradicted)
    product.command = ["/bin/sh", "-c", "b"]
    #expect(try await confirm(file, by: engine(product)).verdict == .contradicted)
  }

  @Test func `a build that fails is told with its last lines`() async throws {
    var failing = engine(image())
    failing.end = ProgramEnd(outcome: .exited(1), output: Array("STEP 1\nerror: no space\n".utf8))
    let build = try await confirm(Self.file, by: failing)
    #expect(build.verdict == .failed)
    #expect(build.reason == "exit status 1: error: no space")
    #expect(build.output == ["STEP 1", "error: no space"])
    failing.end = ProgramEnd(outcome: .timedOut)
    #expect(try await confirm(Self.file, by: failing).verdict == .timedOut)
  }

  @Test(
    arguments: [
      (EngineKind.buildah, "1.28.2", BuildConfirmation.Verdict.unconfirmed), (.buildah, "1.33.0", .failed),
      (.podman, "4.3.1", .unconfirmed), (.podman, "4.8.0", .failed), (.docker, "20.10.24+dfsg1", .unconfirmed),
      (.docker, "28.2.2", .failed),
    ]
  )
  func `what an engine did not know once it may know today`(
    kind: EngineKind,
    version: String,
    verdict: BuildConfirmation.Verdict
  ) async throws {
    var failing = engine(image())
    failing.kind = kind
    failing.version = version
    failing.end = ProgramEnd(outcome: .exited(1))
    #expect(try await confirm("FROM house/base:1\nRUN <<E\ntrue\nE\n", by: failing).verdict == verdict)
  }

  @Test func `images that are not there are named`() async throws {
    let file = "FROM house/other:2 AS a\nFROM house/base:1\nCOPY --from=a /x /x\nCOPY --from=third /y /y\n"
    let build = try await confirm(file, by: engine(image()))
    #expect(build.verdict == .unconfirmed)
    #expect(
      build.reason == "the images house/other:2, third:latest are not on this machine; `buildah pull` fetches them, "
        + "or --pull allows it here"
    )
    let pulling = try await confirm(file, by: engine(image()), settings: EngineSettings(allowsPull: true))
    #expect(pulling.reason == "the image house/other:2 could not be pulled: exit status 125")
  }

  @Test func `what Docker refuses is not built`() async throws {
    let build = try await confirm("FROM node:26-alpine\nWORKDR /\n", by: engine(image()))
    #expect(build.verdict == .notBuilt)
    #expect(build.reason == "Docker refuses the file")
  }

  @Test func `docker needs the frontend that a file names`() async throws {
    var docker = engine(image())
    docker.kind = .docker
    let file = "# syntax=docker/dockerfile:1\n" + Self.file
    #expect(try await confirm(file, by: docker).reason?.contains("docker/dockerfile:1") == true)
    #expect(try await confirm(file, by: engine(image())).verdict == .confirmed)
  }
}
