/// The command lines of docker.
///
/// Its images lie in one store for all, so that a build gets a name that nobody else has, and is removed by that name.
struct DockerCommands: Hashable, Sendable {
  var allowsNetwork: Bool

  func name(of request: BuildRequest) -> String { "stagecraft-build:\(request.name)" }

  func build(_ request: BuildRequest) -> [String] {
    var words = ["docker", "build", "--no-cache", "--force-rm"]
    if !allowsNetwork { words += ["--network", "none"] }
    words += ["--tag", name(of: request), "--file", request.dockerfile]
    if let target = request.target { words += ["--target", target] }
    words += request.assignments.flatMap { ["--build-arg", $0] }
    return words + ["--", request.context]
  }

  func inspect(_ image: String) -> [String] { ["docker", "image", "inspect", "--", image] }

  func pull(_ image: String) -> [String] { ["docker", "pull", "--quiet", "--", image] }

  func remove(_ image: String) -> [String] { ["docker", "image", "rm", "--", image] }
}
