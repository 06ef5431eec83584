import Diagnostics
import ShellSyntax

extension StageState {
  /// Something that a command takes away.
  enum Removal {
    /// Absolute, or from `~`; it may have wildcards.
    case path(String)
    /// Anything at all.
    case unknown

    /// Whether a folder is gone or empty afterwards; nil when not known.
    func covers(_ folder: String) -> Bool? {
      guard case .path(let path) = self else { return nil }
      // `rm -rf /var/lib/apt/lists/*` leaves the folder, and nothing in it.
      let base = path.hasSuffix("/*") ? String(path.dropLast(2)) : path
      if !PathText.hasWildcard(base) { return PathText.covers(folder, by: base.isEmpty ? "/" : base) }
      let glob = Glob(path)
      var current = folder
      while current != "/", current != ".", current != "~" {
        if glob.matches(current) { return true }
        current = PathText.parent(current)
      }
      return false
    }
  }

  func add(_ step: PackageStep) {
    if step.caches.contains(where: { $0.fate == .left || $0.fate == .unknown }) {
      if packageMemory.open.count >= PackageMemory.mostOpen { packageMemory.open.removeFirst() }
      packageMemory.open.append(packages.count)
    }
    packages.append(step)
  }

  /// A command took files away.
  func noteRemoval(of removal: Removal, by effect: RunEffect) {
    if packageMemory.open.isEmpty { return }
    settle(by: effect.packageStep(nil, .clean)) { _, cache in
      // Where the path is not known, what is removed is not either.
      guard cache.path != nil else { return nil }
      for folder in cache.folders {
        guard let covers = removal.covers(folder) else { return nil }
        if covers { return true }
      }
      return false
    }
  }

  /// A tool emptied some of its caches.
  func clean(_ tool: PackageTool, _ names: [String], _ cleaner: PackageStep) {
    settle(by: cleaner) { step, cache in step.tool == tool && names.contains(cache.name) }
  }

  /// Decides over the caches that are still there: true for one that goes, nil for one of which that is not known.
  private func settle(by cleaner: PackageStep, _ isGone: (PackageStep, CacheFolder) -> Bool?) {
    packageMemory.open.removeAll { index in
      var isOpen = false
      for place in packages[index].caches.indices {
        let cache = packages[index].caches[place]
        guard cache.fate == .left || cache.fate == .unknown else { continue }
        switch isGone(packages[index], cache) {
        case false?: isOpen = true
        case true? where cleaner.isCertain:
          let isSame = packages[index].origin.instruction == cleaner.origin.instruction
          packages[index].caches[place].fate =
            isSame ? .removed(by: cleaner.range) : .hidden(by: cleaner.origin, at: cleaner.range)
        default:
          isOpen = true
          if packages[index].origin.instruction == cleaner.origin.instruction {
            packages[index].caches[place].fate = .unknown
          }
        }
      }
      return !isOpen
    }
  }
}
