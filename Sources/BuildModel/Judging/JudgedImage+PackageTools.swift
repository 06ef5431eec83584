import Diagnostics
import ShellSyntax

/// What checks may ask about packages.
extension JudgedImage {
  private var contents: PackageContents { packageTools.contents }

  /// Calls of package tools, builds and test runners in the stages that the target needs, each once, in file order.
  package var packageSteps: [PackageStep] {
    build.states.enumerated().flatMap { index, state in
      (state?.packages ?? []).filter { $0.origin.stage == index }
    }
  }

  // MARK: - Caches

  /// A cache whose bytes are in the image's layers, and the command that filled it.
  package struct RemainingCache: Sendable {
    package var step: PackageStep
    package var cache: CacheFolder
    /// A later instruction took it away: the image does not show it, but is as large all the same.
    package var hiddenBy: Origin? {
      if case .hidden(let origin, _) = cache.fate { return origin }
      return nil
    }
    /// The place of the command that took it away.
    var removal: SourceRange? {
      if case .hidden(_, let range) = cache.fate { return range }
      return nil
    }
  }

  /// The caches in the image's own layers, in the order in which they were filled; one of a path counts once for each
  /// instruction that fills it.
  package var remainingCaches: [RemainingCache] { caches { $0.isDone && $1.isInLayers == true } }

  /// Caches of which it is not known whether they stay, or whether their commands run at all.
  package var doubtfulCaches: [RemainingCache] {
    caches { $1.isInLayers == nil || !$0.isDone && $1.isInLayers == true }
  }

  private func caches(_ isWanted: (PackageStep, CacheFolder) -> Bool) -> [RemainingCache] {
    state.packages.flatMap { step in
      step.caches.filter { isWanted(step, $0) }.map { RemainingCache(step: step, cache: $0) }
    }
  }

  // MARK: - Packages of the system

  /// A package of the system that an instruction put into the image.
  package struct SystemPackage: Sendable {
    package var name: String
    package var step: PackageStep
    /// Only building needs it.
    package var isForBuilding: Bool
    /// A later instruction removes it: its files stay in the layer below.
    package var hiddenBy: Origin?
  }

  /// The packages that the stages of the image install and do not remove in the same instruction.
  package var systemPackages: [SystemPackage] {
    var found: [SystemPackage] = []
    var placeByName: [String: Int] = [:]
    var groups: [String: [String]] = [:]
    for step in state.packages where step.isDone && step.tool?.isOfSystem == true {
      let names = step.packages.compactMap(\.value).map(Self.plainName)
      switch step.action {
      case .install:
        if let group = step.group { groups[group] = names }
        for name in names where placeByName[name] == nil {
          placeByName[name] = found.count
          found.append(SystemPackage(name: name, step: step, isForBuilding: contents.isBuildPackage(name)))
        }
      case .remove where step.isCertain:
        for name in names.flatMap({ groups.removeValue(forKey: $0) ?? [$0] }) {
          guard let place = placeByName.removeValue(forKey: name) else { continue }
          found[place].hiddenBy = step.origin
        }
      default: break
      }
    }
    return found.filter { $0.hiddenBy?.instruction != $0.step.origin.instruction }
  }

  /// Those of them that only building needs.
  package var remainingBuildPackages: [SystemPackage] { systemPackages.filter(\.isForBuilding) }

  /// Installs that also bring what packages merely recommend.
  package var recommendingInstalls: [PackageStep] {
    state.packages.filter { $0.isDone && $0.recommended == .installed }
  }

  /// A package without its version: `curl=8.5.0-r0`, `curl~8`, `curl@edge`, `libc6:arm64`.
  private static func plainName(_ word: String) -> String {
    let ends: Set<Character> = ["=", "~", "@", "<", ">", ":", "/"]
    return word.first == "@" ? word : String(word.prefix { !ends.contains($0) })
  }

  // MARK: - Packages of the application

  /// An install of the application's packages that reaches the image.
  package struct ArrivedInstall: Sendable {
    package var step: PackageStep
    /// The COPY that brings it; nil where it was made in the image's own stages.
    package var copiedBy: Origin?
  }

  /// Installs of the image's own stages, and those of other stages whose folders are copied into it.
  package var arrivedInstalls: [ArrivedInstall] {
    var found = state.packages.filter { $0.isInstall }.map { ArrivedInstall(step: $0, copiedBy: nil) }
    for item in state.files.items {
      switch item.content {
      case .output(let stage, let path) where !state.chain.contains(stage):
        for step in build.states[stage]?.packages ?? [] where step.isInstall && step.mayHaveWritten(path) {
          found.append(ArrivedInstall(step: step, copiedBy: item.origin))
        }
      case .modules(let modules) where !state.chain.contains(modules.origin.stage):
        for step in build.states[modules.origin.stage]?.packages ?? []
        where step.isInstall && step.origin == modules.origin && step.range == modules.range {
          found.append(ArrivedInstall(step: step, copiedBy: item.origin))
        }
      default: break
      }
    }
    var seen: Set<SourceRange> = []
    return found.filter { seen.insert($0.step.range).inserted }
  }

  /// Installs in needed stages that do not hold to the lockfile, where the tool has one.
  package var looseInstalls: [PackageStep] {
    packageSteps.filter { step in
      let isInstall = step.isInstall || step.action == .download
      return isInstall && (step.lockfile == .mayChange || step.lockfile == .ignored)
    }
  }

  /// Spellings in needed stages that do nothing, or something else than they say.
  package var packageMistakes: [(step: PackageStep, mistake: PackageStep.Mistake)] {
    packageSteps.flatMap { step in step.mistakes.map { (step, $0) } }
  }
}

extension PackageStep {
  /// It runs for certain: what may not run is not held against the image.
  var isDone: Bool { isCertain }

  /// Puts packages of the application where it finds them.
  package var isInstall: Bool {
    (action == .install || action == .upgrade) && tool?.isOfSystem == false
  }

  /// Whether files at, below or around a path may be its work.
  func mayHaveWritten(_ path: String) -> Bool {
    if outputs.contains(where: { !$0.isInMount && PathText.areNested($0.path, path) }) { return true }
    switch destination {
    case .none, .unknown: return false
    case .environment(let folder), .folder(let folder): return PathText.areNested(folder, path)
    case .system:
      // Where the official images of Python and Ruby keep what is installed.
      switch tool {
      case .pip, .pipenv, .poetry, .uv, .pdm, .pipx:
        return path.utf8.count >= 4
          && (path.contains("-packages") || PathText.areNested(path, "/usr/local/bin")
            || PathText.relative("/usr/local/lib", in: path) != nil || path.hasPrefix("/usr/local/lib/python"))
      case .bundler, .gem: return PathText.areNested(path, "/usr/local/bundle")
      default: return false
      }
    }
  }
}
