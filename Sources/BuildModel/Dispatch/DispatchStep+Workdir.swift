import DockerfileSyntax

/// WORKDIR: a folder that goes on from the one before it.
extension DispatchStep {
  func workdir(_ argument: Argument, _ state: StageState) throws(BuildError) {
    let path = try expanded(argument.word, state)
    let folder = state.directory
    if state.isWindows {
      let found = WindowsPath(path)
      if let problem = found.problem {
        let prefix = "normalizing workdir: normalizing working directory: removing drive letter: "
        throw refusal(prefix + problem, at: argument.word.range)
      }
      let joined = found.isAbsolute ? PathText.clean(found.text) : PathText.join(folder, found.text)
      state.image.workingDirectory = WindowsPath.backslashed(joined)
      ownWorkdir(found.text, isRelative: !found.isAbsolute, from: folder, state)
      return
    }
    let isRelative = path.utf8.first != UInt8(ascii: "/")
    if !path.isEmpty {
      // An absolute path stays as it is written; only what is joined is cleaned.
      state.image.workingDirectory = isRelative ? PathText.join(folder, path) : path
    } else if state.image.workingDirectory.isEmpty {
      state.image.workingDirectory = "/"
    }
    ownWorkdir(path, isRelative: isRelative, from: folder, state)
  }

  /// A relative path goes on from the base's folder, until an absolute one comes or one that leaves it.
  private func ownWorkdir(_ path: String, isRelative: Bool, from folder: String, _ state: StageState) {
    let index = state.image.inherits.firstIndex { $0 == .workingDirectory || $0 == .workingDirectoryPrefix }
    state.origins[.workingDirectory] = origin
    guard let index else { return }
    let base = PathText.join("/", state.external.facts?.workdir ?? "")
    let below = PathText.relative(folder, in: base) ?? ""
    let way = PathText.clean(below.isEmpty ? path : below + "/" + path)
    if !isRelative || way == ".." || way.utf8.starts(with: "../".utf8) {
      state.image.inherits.remove(at: index)
    } else {
      state.image.inherits[index] = way == "." ? .workingDirectory : .workingDirectoryPrefix
    }
  }
}
