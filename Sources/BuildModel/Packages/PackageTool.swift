/// A program that fetches packages, builds, or both.
package enum PackageTool: String, Hashable, Sendable, CaseIterable {
  case npm, yarn, pnpm, bun
  case pip, pipx, pipenv, poetry, uv, pdm
  case go, cargo, maven, gradle, dotnet, composer, bundler, gem
  case apt, apk, dnf, zypper, pacman

  /// The packages are those of the system, not of the application.
  package var isOfSystem: Bool {
    switch self {
    case .apt, .apk, .dnf, .zypper, .pacman: true
    default: false
    }
  }

  package var isOfJavaScript: Bool {
    switch self {
    case .npm, .yarn, .pnpm, .bun: true
    default: false
    }
  }
}

/// What a command of a package tool does.
package enum PackageAction: String, Hashable, Sendable, CaseIterable {
  /// Puts packages where programs find them.
  case install
  /// Fetches packages without installing them: `go mod download`.
  case download
  /// Fetches the list of packages that there are: `apt-get update`.
  case updateIndex = "update-index"
  /// Brings what is installed to newer versions.
  case upgrade
  case remove
  /// Compiles, bundles or packs the application.
  case build
  /// Runs tests and builds nothing that is kept.
  case test
  /// Empties a cache, or takes built files away.
  case clean
  /// Writes the lockfile.
  case lock
  /// Changes the tool's own settings.
  case configure
  /// Makes a virtual environment.
  case createEnvironment = "create-environment"
  /// Starts another program with what is installed: `poetry run`.
  case run
}

/// What becomes of packages that only development needs.
package enum PackageScope: String, Hashable, Sendable, CaseIterable {
  case all, production, unknown
  /// The tool, or this command of it, does not tell them apart.
  case undivided
}

/// What a command makes of the lockfile.
package enum LockfileUse: String, Hashable, Sendable, CaseIterable {
  /// The versions of the lockfile are installed, or the command fails.
  case respected
  /// It is read, and written anew where it does not fit.
  case mayChange = "may-change"
  case ignored
  /// The tool has none.
  case none
  /// A file decides whose text is not known: requirements may be pinned, or not.
  case unknown
}

/// Packages that others merely recommend: those of Debian, and the weak dependencies of RPM.
package enum RecommendedPackages: String, Hashable, Sendable, CaseIterable {
  case installed
  case leftOut = "left-out"
  case unknown
}

/// Whether a compiled program needs shared libraries of the system.
package enum ProgramLinkage: String, Hashable, Sendable, CaseIterable {
  /// It needs none.
  case `static`
  case dynamic
  /// That is up to the code: Go links the C library only where a package asks for it.
  case unknown
}
