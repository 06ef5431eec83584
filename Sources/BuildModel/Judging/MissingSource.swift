import ShellSyntax

/// A path that a COPY or a RUN takes from a stage which never makes it: the build stops there.
package struct MissingSource: Sendable {
  /// The stage that lacks it.
  package var stage: Int
  package var path: String
  package var origin: Origin
  /// Where the stage's build puts its work instead, if that is known.
  package var made: String?
}

extension JudgedImage {
  /// Nobody's file takes more from other stages; beyond that nothing is held against anybody.
  private static let mostSources = 32

  /// What the image is meant to hold and cannot, for nothing makes it. It is taken out of the files.
  func makeMissingSources(_ files: inout FileTree) -> [MissingSource] {
    var found: [MissingSource] = []
    var known: [Place: String??] = [:]
    for item in files.items {
      guard let place = Place(item), place.path != "/", build.states.indices.contains(place.stage),
        let maker = build.states[place.stage]
      else { continue }
      if known[place] == nil {
        guard known.count < Self.mostSources else { break }
        known[place] = .some(StageWork(maker).absence(of: place.path))
      }
      guard case .some(.some(let made)) = known[place] else { continue }
      found.append(MissingSource(stage: place.stage, path: place.path, origin: item.origin, made: made))
    }
    guard !found.isEmpty else { return [] }
    files.drop { item in
      found.contains { missing in
        if let place = Place(item) { return place.stage == missing.stage && place.path == missing.path }
        // The same source, as far as a COPY of a whole folder might have brought it.
        guard missing.made != nil, item.origin == missing.origin, let path = item.contextPath else { return false }
        return PathText.lastComponent(path) == PathText.lastComponent(missing.path)
      }
    }
    return found
  }

  /// A path in the stage whose commands or base image made what lies there.
  private struct Place: Hashable {
    let stage: Int
    let path: String

    init?(_ item: FileItem) {
      switch item.content {
      case .output(let stage, let path), .base(let stage, let path): (self.stage, self.path) = (stage, path)
      case .context, .image, .inline, .download, .modules: return nil
      }
    }
  }
}

/// What the builds of a stage make, and whether a path is among it.
private struct StageWork {
  private let state: StageState

  init(_ state: StageState) {
    self.state = state
  }

  /// The outer nil where something may lie at the path; else where the build's work is, as far as it is known.
  func absence(of path: String) -> String?? {
    if let made = elsewhere(path) { return .some(made) }
    return StageReach(state).mayHold(path) ? nil : .some(nil)
  }

  /// The output of a build that lies at another place than the one that is asked for: another profile of cargo's, the
  /// same program in another folder.
  private func elsewhere(_ path: String) -> String? {
    let outputs = state.packages.flatMap(\.outputs)
    guard !outputs.isEmpty, !outputs.contains(where: { PathText.areNested($0.path, path) }) else { return nil }
    let name = PathText.lastComponent(path)
    let found = outputs.first { output in
      output.isFolder
        ? Self.targets(of: output.path).contains { PathText.contains($0, path) && $0 != path }
        : PathText.lastComponent(output.path) == name
    }
    guard let found else { return nil }
    let isCopied = state.files.items.contains { $0.path == path }
    let isNamed = state.commands.contains { command in
      command.trace.problem != nil
        || command.trace.executions.contains {
          CommandReach($0, in: command.directory).mayMake(path, beside: false)
        }
    }
    return isCopied || isNamed ? nil : found.path
  }

  /// Cargo's folder `target` around one of a profile.
  private static func targets(of folder: String) -> [String] {
    [PathText.parent(folder), PathText.parent(PathText.parent(folder))].filter {
      PathText.lastComponent($0) == "target"
    }
  }
}
