/// The command lines of buildah and podman, which are alike.
///
/// Each build has a store of its own; the user's images are read beneath it and never written.
struct ContainersCommands: Hashable, Sendable {
  var kind: EngineKind
  var confinement: Confinement
  /// Where images are found: the user's, and what was pulled.
  var stores: [EngineAnswers.Store]

  /// A store in a folder, on top of those that are there.
  private func words(storeIn folder: String) -> [String] {
    let driver = stores.first?.driver ?? "overlay"
    let options = (stores.first?.options ?? []) + stores.map { "\(driver).imagestore=\($0.root)" }
    return [kind.rawValue, "--root", "\(folder)/root", "--runroot", "\(folder)/run", "--storage-driver", driver]
      + options.flatMap { ["--storage-opt", $0] }
  }

  /// Docker's image format, for the other one has no health check. All that is needed is there already.
  func build(_ request: BuildRequest) -> [String] {
    var words = confinement.launcher + words(storeIn: request.folder)
    words += ["build"] + confinement.options
    words += ["--pull=never", "--format", "docker", "--layers=false", "--no-cache", "--force-rm"]
    words += ["--iidfile", request.idFile, "--file", request.dockerfile]
    if let ignoreFile = request.ignoreFile { words += ["--ignorefile", ignoreFile] }
    if let target = request.target { words += ["--target", target] }
    words += request.assignments.flatMap { ["--build-arg", $0] }
    return words + ["--", request.context]
  }

  func inspect(_ image: String, storeIn folder: String) -> [String] {
    words(storeIn: folder) + (kind == .buildah ? ["inspect", "--type", "image"] : ["image", "inspect"]) + ["--", image]
  }

  func pull(_ image: String, storeIn folder: String) -> [String] {
    words(storeIn: folder) + ["pull", "--", image]
  }
}
