/// Options, variables and settings that all mean the same.
package struct PackageEffect: Sendable {
  package var options: [String]
  package var variables: [String]
  package var settings: [String]
  package var meaning: Meaning
  /// The commands that it speaks to; empty for all.
  package var commands: [String]
  /// Values with which it holds; empty for any that is not a no. Of a list with commas each part must be among them.
  package var values: [String]
  /// It holds where one part of the list is among the values.
  package var anyPart: Bool
  /// With any value, `0` and `false` too.
  package var anyValue: Bool
  /// Nothing that comes later changes it.
  package var isFinal: Bool
  /// What to write instead, where it is a mistake; the cache, where one is filled.
  package var meant: String?

  package enum Meaning: String, Sendable, CaseIterable {
    case noCache = "no-cache"
    case production, everything
    case scopeUnknown = "scope-unknown"
    case lockfileRespected = "lockfile-respected"
    case lockfileMayChange = "lockfile-may-change"
    case lockfileIgnored = "lockfile-ignored"
    case recommended, noRecommended = "no-recommended"
    case skipsTests = "skips-tests"
    /// Does nothing at all: `--dry-run`, `--help`.
    case nothing
    /// Optimized, for Cargo's folder of that name.
    case release
    case staticLinkage = "static", dynamicLinkage = "dynamic"
    /// The value is a folder into which packages go.
    case target
    /// The value is a folder with `bin` and `lib` of its own.
    case prefix
    /// The value is the folder of the project, or a file in it.
    case project, manifest
    /// The value is a file or folder to build.
    case output
    /// The value names a list of packages.
    case requirements
    /// Into the interpreter of the system, the user's own folder, or the environment of the value.
    case systemInterpreter = "system-interpreter", userSite = "user-site", environment
    /// Into the folder `.venv` of the project.
    case projectEnvironment = "project-environment"
    /// The name under which packages are installed together.
    case group
    /// Adds a part to the output's path: Cargo's profile, target and binary.
    case profile, triple, binary
    /// Fills the cache that `meant` names.
    case fills
    /// A spelling that is ignored in silence.
    case mistake

    var takesValue: Bool {
      switch self {
      case .target, .prefix, .project, .manifest, .output, .requirements, .environment, .group, .profile, .triple,
        .binary:
        true
      default: false
      }
    }
  }

  var takesValue: Bool { meaning.takesValue || !values.isEmpty && !options.contains { $0.hasPrefix("-D") } }

  package init(
    _ meaning: Meaning,
    options: [String] = [],
    variables: [String] = [],
    settings: [String] = [],
    commands: [String] = [],
    values: [String] = [],
    anyPart: Bool = false,
    anyValue: Bool = false,
    isFinal: Bool = false,
    meant: String? = nil
  ) {
    self.meaning = meaning
    self.options = options
    self.variables = variables
    self.settings = settings
    self.commands = commands
    self.values = values
    self.anyPart = anyPart
    self.anyValue = anyValue
    self.isFinal = isFinal
    self.meant = meant
  }
}
