import BuildModel
import Testing

@testable import Engine

/// What engines print, in the shapes that they print it in.
@Suite struct AnswerTests {
  private let probe = EffectiveImage.Probe(test: ["CMD-SHELL", "true"], interval: 30_000_000_000, retries: 3)

  @Test func `buildah about itself`() throws {
    let text = """
      {"host": {"OCIRuntime": "", "rootless": false},
       "store": {"GraphDriverName": "overlay", "GraphOptions": null, "GraphRoot": "/var/lib/containers/storage"}}
      """
    let info = try EngineAnswers.info(Array(text.utf8), from: .buildah)
    #expect(!info.hasRuntime)
    #expect(info.store == .init(driver: "overlay", root: "/var/lib/containers/storage", options: []))
    let rootless = """
      {"host": {"OCIRuntime": "crun"}, "store": {"GraphDriverName": "vfs", "GraphOptions": ["a=b"], "GraphRoot": "/r"}}
      """
    let other = try EngineAnswers.info(Array(rootless.utf8), from: .buildah)
    #expect(other.hasRuntime)
    #expect(other.store.options == ["a=b"])
  }

  @Test(arguments: [(#"{"name": "crun", "path": "/usr/bin/crun"}"#, true), ("null", false)])
  func `podman about itself`(runtime: String, hasRuntime: Bool) throws {
    let text = #"{"host": {"ociRuntime": \#(runtime)}, "store": {"graphDriverName": "overlay", "graphRoot": "/r"}}"#
    let info = try EngineAnswers.info(Array(text.utf8), from: .podman)
    #expect(info.hasRuntime == hasRuntime)
    #expect(info.store.root == "/r")
  }

  @Test func `buildah about an image`() throws {
    let text = #"""
      {"Manifest": "{\"layers\":[{\"size\":2000},{\"size\":48}]}",
       "Docker": {"config": {"User": "node", "Env": ["A=1"], "Cmd": ["node"], "Entrypoint": null, "OnBuild": [],
         "ExposedPorts": {"80/tcp": {}, "3000/tcp": {}}, "Labels": {"a": "b"}, "WorkingDir": "/app",
         "Healthcheck": {"Test": ["CMD-SHELL", "true"], "Interval": 30000000000, "Retries": 3}}}}
      """#
    let image = try EngineAnswers.image(Array(text.utf8), from: .buildah)
    #expect(image.bytes == 2048)
    #expect(image.configuration.user == "node")
    #expect(image.configuration.exposedPorts == ["3000/tcp", "80/tcp"])
    #expect(image.configuration.healthcheck == probe)
    #expect(image.configuration.entrypoint == [])
    #expect(image.configuration.untold == [])
  }

  @Test func `podman tells of the health check elsewhere`() throws {
    let text = """
      [{"Config": {"User": "1000"}, "Size": 4096,
        "Healthcheck": {"Test": ["CMD-SHELL", "true"], "Interval": 30000000000, "Retries": 3}}]
      """
    let image = try EngineAnswers.image(Array(text.utf8), from: .podman)
    #expect(image.configuration.healthcheck == probe)
    #expect(image.configuration.untold == ["Shell", "OnBuild"])
    #expect(image.bytes == 4096)
  }

  @Test func `docker about an image`() throws {
    let text = """
      [{"Size": 10, "Config": {"Shell": ["/bin/sh", "-eu", "-c"], "StopSignal": "SIGINT", "Volumes": {"/d": {}},
        "Healthcheck": {"Test": ["CMD-SHELL", "true"], "Interval": 30000000000, "Retries": 3}}}]
      """
    let image = try EngineAnswers.image(Array(text.utf8), from: .docker)
    #expect(image.configuration.shell == ["/bin/sh", "-eu", "-c"])
    #expect(image.configuration.volumes == ["/d"])
    #expect(image.configuration.healthcheck == probe)
  }

  @Test(arguments: ["", "[]", "{}", "nothing", #"[{"Config": {"Env": 3}}]"#])
  func `nonsense is refused`(text: String) {
    for kind in EngineKind.allCases {
      #expect(throws: (any Error).self) { try EngineAnswers.image(Array(text.utf8), from: kind) }
    }
  }
}
