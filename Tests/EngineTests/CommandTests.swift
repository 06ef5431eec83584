import Glibc
import TestKit
import Testing

@testable import Engine

@Suite struct CommandTests {
  private let request = BuildRequest(
    name: "x-1",
    dockerfile: "/w/Dockerfile",
    context: "/w/context",
    ignoreFile: "/w/Dockerfile.dockerignore",
    folder: "/w",
    target: "production",
    arguments: ["B": "2 3", "A": "-1"],
    limit: .seconds(60)
  )
  private let store = EngineAnswers.Store(driver: "overlay", root: "/user", options: ["overlay.mount_program=/f"])

  @Test(arguments: [EngineKind.buildah, .podman])
  func `a build has a store of its own above the user's`(kind: EngineKind) {
    let commands = ContainersCommands(
      kind: kind,
      confinement: Confinement(launcher: ["unshare", "--net"], options: ["--isolation", "chroot"]),
      stores: [store, EngineAnswers.Store(driver: "overlay", root: "/pulled", options: [])]
    )
    #expect(
      commands.build(request) == [
        "unshare", "--net", kind.rawValue, "--root", "/w/root", "--runroot", "/w/run", "--storage-driver", "overlay",
        "--storage-opt", "overlay.mount_program=/f", "--storage-opt", "overlay.imagestore=/user",
        "--storage-opt", "overlay.imagestore=/pulled", "build", "--isolation", "chroot", "--pull=never",
        "--format", "docker", "--layers=false", "--no-cache", "--force-rm", "--iidfile", "/w/id",
        "--file", "/w/Dockerfile", "--ignorefile", "/w/Dockerfile.dockerignore", "--target", "production",
        "--build-arg", "A=-1", "--build-arg", "B=2 3", "--", "/w/context",
      ]
    )
    let inspect = kind == .buildah ? ["inspect", "--type", "image"] : ["image", "inspect"]
    #expect(commands.inspect("sha", storeIn: "/w").suffix(inspect.count + 2) == inspect + ["--", "sha"])
    #expect(commands.pull("image", storeIn: "/p").suffix(3) == ["pull", "--", "image"])
  }

  @Test func `docker builds under a name that nobody else has`() {
    let commands = DockerCommands(allowsNetwork: false)
    #expect(
      commands.build(request) == [
        "docker", "build", "--no-cache", "--force-rm", "--network", "none", "--tag", "stagecraft-build:x-1",
        "--file", "/w/Dockerfile", "--target", "production", "--build-arg", "A=-1", "--build-arg", "B=2 3",
        "--", "/w/context",
      ]
    )
    #expect(commands.inspect("a") == ["docker", "image", "inspect", "--", "a"])
    #expect(commands.remove("a") == ["docker", "image", "rm", "--", "a"])
    #expect(!DockerCommands(allowsNetwork: true).build(request).contains("--network"))
  }

  @Test func `root is shut in as well as the machine can`() {
    let both = Confinement.candidates(isRoot: true, hasRuntime: true, allowsNetwork: false)
    #expect(both.map { $0.options[1] } == ["oci", "chroot"])
    #expect(both[0].options.contains("none"))
    #expect(Confinement.candidates(isRoot: true, hasRuntime: false, allowsNetwork: false) == [both[1]])
    #expect(both[1].launcher.contains("--net"))
    for confinement in both { #expect(confinement.launcher.contains("--kill-child")) }
    for option in ["--userns-uid-map", "--userns-gid-map", "CAP_MKNOD", "CAP_SYS_CHROOT"] {
      #expect(both[1].options.contains(option))
    }
  }

  @Test(arguments: [true, false])
  func `nobody reaches the network unasked`(isRoot: Bool) {
    for confinement in Confinement.candidates(isRoot: isRoot, hasRuntime: true, allowsNetwork: false) {
      let words = confinement.launcher + confinement.options
      #expect(words.contains("--net") || words.contains("--network"))
      #expect(words.contains("--http-proxy=false"))
    }
    for confinement in Confinement.candidates(isRoot: isRoot, hasRuntime: true, allowsNetwork: true) {
      let words = confinement.launcher + confinement.options
      #expect(!words.contains("--net") && !words.contains("--network") && !words.contains("--http-proxy=false"))
    }
  }

  @Test func `who is not root builds without it`() {
    let only = Confinement.candidates(isRoot: false, hasRuntime: false, allowsNetwork: false)
    #expect(
      only == [
        Confinement(
          launcher: [],
          options: ["--isolation", "rootless", "--network", "none", "--http-proxy=false"]
        )
      ]
    )
  }

  @Test(
    arguments: [
      ("buildah version 1.28.2 (image-spec 1.1.0-rc2, runtime-spec 1.0.2-dev)\n", "1.28.2"),
      ("podman version 4.3.1\n", "4.3.1"), ("29.0.1\n", "29.0.1"), ("", "of unknown version"),
    ]
  )
  func `versions`(output: String, version: String) {
    #expect(EngineVersion.text(in: Array(output.utf8)) == version)
  }

  @Test(
    arguments: [
      ("1.28.2", true), ("1.33.0", false), ("1.33", false), ("1.9.9", true), ("2.0", false), ("1.33.0-dev", false),
      ("of unknown version", false), ("1", true),
    ]
  )
  func `older versions`(version: String, isOlder: Bool) {
    #expect(EngineVersion.isOlder(version, than: [1, 33]) == isOlder)
  }

  @Test func `the probe is a program that tells whether it may write`() async throws {
    let bytes = try #require(ProbeProgram.bytes)
    let folder = try TemporaryFolder()
    let place = try Workplace(beneath: folder.path)
    try place.write(bytes, to: "probe", isExecutable: true)
    let call = ProgramCall(["sh", "-c", "cd '\(place.path)' && exec ./probe"], limit: .seconds(300))
    #expect(try await ProgramRunner().ask(call) == ProgramEnd(outcome: .exited(0)))
    #expect(access(place.path + "/written", F_OK) == 0)
    // A second time the folder is there already.
    #expect(try await !ProgramRunner().ask(call).isGood)
    #expect(await place.remove() == nil)
  }
}
