import Foundation
import TestKit
import Testing

extension StandInImages {
  /// node as far as the exercise needs it.
  fileprivate static func node() throws -> StandInImages {
    try standing(
      [("docker.io/library/node:26-alpine", "ENTRYPOINT [\"docker-entrypoint.sh\"]\nCMD [\"node\"]\n")],
      for: .programs
    )
  }
}

/// `grade --build` with a real buildah: what it says, with which status, and that nothing of it stays.
@Suite(.serialized, .enabled(if: StandInImages.arePossible, "\(StandInImages.need)"))
struct BuildTests {
  private let images: StandInImages
  private var learner: Learner

  init() throws {
    images = try StandInImages.node()
    learner = try Learner.withFiles()
    learner.variables.merge(images.environment) { $1 }
    learner.variables["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin"
    try learner.desk.write(Array("FROM node:26-alpine\nRUN sleep 300\n".utf8), to: "slow")
    try learner.desk.write(Array("FROM node:26-alpine\nRUN echo oh no; exit 7\n".utf8), to: "broken")
    try learner.desk.write(Array("FROM node:27-alpine\nCMD [\"node\"]\n".utf8), to: "missing-base")
    let net = "FROM node:26-alpine\nRUN ip -o link | grep -qv LOOPBACK || { echo no way out; exit 1; }\n"
    try learner.desk.write(Array(net.utf8), to: "net")
    try learner.desk.write(Array("FROM node:26-alpine\nRUN <<E\ntrue\nE\n".utf8), to: "heredoc")
  }

  private func build(_ arguments: [String], input: String? = nil) throws -> BuiltProgram.Output {
    try learner.grade(["--build", "--engine", "buildah"] + arguments, input: input, patience: 120)
  }

  @Test(
    arguments: [
      (["good"], 0, "confirmed by buildah"),
      (["start"], 3, "is not on this machine; `buildah pull` fetches it"),
      (["broken"], 1, "oh no"),
      (["broken"], 1, ": exit status 7: Error"),
      (["missing-base"], 3, "the image node:27-alpine is not on this machine; `buildah pull` fetches it, or --pull"),
      (["net"], 1, "no way out"),
      (["refused"], 1, "refused by Docker"),
      (["--build-timeout", "2", "slow"], 1, "the build was ended after 2 s"),
      (["good", "broken", "refused"], 1, "confirmed 1 - not built 1 - left out 1"),
    ] as [([String], Int32, String)]
  )
  func `says what came of it`(arguments: [String], status: Int32, words: String) throws {
    let before = try images.inventory()
    let output = try build(arguments)
    #expect(output.status == status, "\(output.text)\(output.errors)")
    #expect(output.words.contains(words), "\(output.text)")
    #expect(output.errors == "")
    #expect(output.undressed)
    #expect(try images.leftovers() == [])
    #expect(try images.inventory() == before)
  }

  @Test(
    .enabled(if: (try? FileManager.default.contentsOfDirectory(atPath: "/sys/class/net").count) ?? 0 > 1, "no network")
  )
  func `a network is there when it is asked for`() throws {
    #expect(try build(["--network", "net"]).words.contains("confirmed by buildah"))
  }

  @Test func `standard input is built among the exercise's files`() throws {
    let solution = String(decoding: try Repository.bytes(Repository.solution), as: UTF8.self)
    let output = try build(["-"], input: solution)
    #expect(output.status == 0, "\(output.text)")
    #expect(output.words.contains("confirmed by buildah"))
  }

  @Test func `the JSON report gets one more key, and only when a build was asked for`() throws {
    let plain = try JSONDecoder().decode(
      JSON.self,
      from: Data(try learner.grade(["--format", "json", "good"]).text.utf8)
    )
    #expect(Shape.report.misfit(plain) == nil)
    let built = try JSONDecoder().decode(JSON.self, from: Data(try build(["--format", "json", "good"]).text.utf8))
    #expect(Shape.builtReport.misfit(built) == nil)
    let build = try #require(built["results"]?.list.first?["build"])
    #expect(build["verdict"]?.text == "confirmed")
    let user = try #require(build["fields"]?.list.first { $0["field"]?.text == "User" })
    #expect(user["expected"]?.text == "node")
    #expect(user["built"]?.text == "node")
    let unbuilt = try JSONDecoder().decode(
      JSON.self,
      from: Data(try self.build(["--format", "json", "heredoc"]).text.utf8)
    )
    #expect(Shape.builtReport.misfit(unbuilt) == nil)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends it, and nothing is left`(signal: Int32) throws {
    let before = try images.inventory()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Learner.program.path)
    process.arguments = ["grade", "--build", "--engine", "buildah", "slow"]
    process.environment = learner.variables
    process.currentDirectoryURL = URL(fileURLWithPath: learner.desk.path)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    // The store of the build is there as soon as it has begun.
    try wait { try images.leftovers().contains { (try? builds(in: $0)) == true } }
    usleep(700_000)
    kill(process.processIdentifier, signal)
    usleep(50_000)
    // A second one changes nothing.
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty)
    #expect(try images.leftovers() == [])
    #expect(try images.inventory() == before)
    #expect(try processes(of: "sleep", "300") == 0)
  }

  private func builds(in workplace: String) throws -> Bool {
    FileManager.default.fileExists(atPath: "\(images.workFolder)/\(workplace)/build-1/run")
  }

  private func wait(until isTrue: () throws -> Bool) throws {
    for _ in 0..<600 {
      if try isTrue() { return }
      usleep(100_000)
    }
    Issue.record("the build did not begin")
  }

  /// So many of them run under numbers that no account of the machine has.
  private func processes(of words: String...) throws -> Int {
    let command = Array((words.joined(separator: "\0") + "\0").utf8)
    return try FileManager.default.contentsOfDirectory(atPath: "/proc").count { name in
      guard Int(name) != nil, let bytes = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
        return false
      }
      let owner = try? FileManager.default.attributesOfItem(atPath: "/proc/\(name)")[.ownerAccountID] as? Int
      return [UInt8](bytes) == command && (owner ?? 0) >= 1_000_000_000
    }
  }
}

/// `grade --build` without an engine, and wrong usage.
@Suite struct BuildUsageTests {
  private func learner() throws -> Learner {
    var learner = try Learner.withFiles()
    // Neither engine is in there.
    learner.variables["PATH"] = learner.desk.path + "/folder"
    return learner
  }

  @Test(
    arguments: [
      (
        [],
        "--build needs buildah, podman or docker, and none of them can be used here:\n  buildah: there is no program"
      ),
      (["--engine", "podman"], "--build cannot use podman: there is no program podman"),
    ]
  )
  func `without an engine nothing can be said`(arguments: [String], words: String) throws {
    let output = try learner().grade(["--build"] + arguments + ["good"])
    #expect(output.status == 3)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
  }

  @Test(
    arguments: [
      (["--engine", "nerdctl", "--build"], "The value 'nerdctl' is invalid for '--engine <engine>'"),
      (["--build", "--build-timeout", "0"], "--build-timeout is from 1 to 86400 seconds, not 0"),
      (["--engine", "buildah"], "--engine means nothing without --build"),
      (["--build-timeout", "5"], "--build-timeout means nothing without --build"),
      (["--pull"], "--pull means nothing without --build"),
      (["--network"], "--network means nothing without --build"),
    ]
  )
  func `wrong usage`(arguments: [String], words: String) throws {
    let output = try learner().grade(arguments + ["good"])
    #expect(output.status == 2)
    #expect(output.errors.contains(words), "\(output.errors)")
  }
}
