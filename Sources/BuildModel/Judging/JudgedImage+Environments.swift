/// What a stage installs into a virtual environment of Python.
package enum EnvironmentInstall: Sendable {
  case installed(PackageStep)
  /// The environment is there, and the packages go elsewhere.
  case elsewhere(PackageStep)
  /// The environment is there, and nothing is installed.
  case empty
  /// Where the packages go is not known.
  case unknown(PackageStep)
  /// No command makes the environment.
  case missing
}

extension JudgedImage {
  /// - Parameter path: of the environment, or of a folder that packages are installed to.
  package func environmentInstall(at path: String) -> EnvironmentInstall {
    let installs = state.packages.filter { step in
      guard step.isDone, step.action == .install || step.action == .upgrade else { return false }
      switch step.tool {
      case .pip, .pipenv, .poetry, .uv, .pdm: return true
      default: return false
      }
    }
    let own = installs.last { step in
      switch step.destination {
      case .environment(let folder), .folder(let folder): folder == path
      default: false
      }
    }
    if let own { return .installed(own) }
    guard state.packageMemory.environments.contains(path) else {
      return base.isUnknown && !installs.isEmpty ? .unknown(installs[0]) : .missing
    }
    if let open = installs.first(where: { $0.destination == .unknown }) { return .unknown(open) }
    return installs.last.map { .elsewhere($0) } ?? .empty
  }
}
