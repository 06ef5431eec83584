import ArgumentParser
import Diagnostics
import Engine
import Glibc
import Rubric
import Terminal

extension EngineKind: ExpressibleByArgument {}

/// The options of `grade` that speak of a real build.
struct EngineOptions: ParsableArguments {
  @ArgumentParser.Flag(
    help: """
      Also build each submission with buildah, podman or docker, from images that are there, and compare the image \
      with what was read out of the file. Its RUN lines are run, shut in by the engine.
      """
  )
  var build = false

  @Option(help: "buildah, podman or docker; without it the first one that works.")
  var engine: EngineKind?

  @Option(help: ArgumentHelp("A build that takes longer is ended.", valueName: "seconds"))
  var buildTimeout: Int?

  @ArgumentParser.Flag(help: "Fetch base images that are not there.")
  var pull = false

  @ArgumentParser.Flag(help: "Let RUN lines reach the network.")
  var network = false

  func validate() throws {
    if let buildTimeout, !(1...86_400).contains(buildTimeout) {
      throw ValidationError("--build-timeout is from 1 to 86400 seconds, not \(buildTimeout)")
    }
    guard !build else { return }
    let lonely = [
      ("--engine", engine != nil), ("--build-timeout", buildTimeout != nil), ("--pull", pull), ("--network", network),
    ].first { $0.1 }
    if let lonely { throw ValidationError("\(lonely.0) means nothing without --build") }
  }

  /// nil when no build was asked for.
  var settings: EngineSettings? {
    guard build else { return nil }
    var settings = EngineSettings(kind: engine, allowsPull: pull, allowsNetwork: network)
    if let buildTimeout { settings.buildLimit = .seconds(buildTimeout) }
    return settings
  }
}
