package import Diagnostics
package import ShellSyntax

/// One call of a package tool or test runner in a RUN, with all that its words and its surroundings tell.
package struct PackageStep: Hashable, Sendable {
  /// nil for test runners and for builds that are no package tool's.
  package var tool: PackageTool?
  package var action: PackageAction
  /// Packages named on the command line, without options; a value of nil is a name that is not known.
  package var packages: [ShellWord] = []
  /// What it installs stands in files of the project: in a manifest, a list of requirements, a lockfile.
  package var readsManifest = false
  /// `apk add --virtual NAME`: the name under which the packages go again.
  package var group: String?
  package var scope = PackageScope.undivided
  /// What decides the scope; nil where nothing was written about it.
  package var scopeCause: PackageCause?
  package var lockfile = LockfileUse.none
  package var lockfileCause: PackageCause?
  /// nil where the tool knows no such packages.
  package var recommended: RecommendedPackages?
  package var destination = Destination.none
  package var caches: [CacheFolder] = []
  /// The files that a build makes, as far as they are known.
  package var outputs: [BuildOutput] = []
  /// nil for what makes no program of machine code.
  package var linkage: ProgramLinkage?
  package var tests = Tests.none
  /// Spellings that the tool ignores without a word, or that do something else than they say.
  package var mistakes: [Mistake] = []
  /// As it was written, for people.
  package var command: String
  /// Of the command, in the file.
  package var range: SourceRange
  package var origin: Origin
  /// It runs on every way through its RUN.
  package var isCertain: Bool
  /// Where it runs; absolute.
  package var directory: String

  /// Where packages come to lie.
  package enum Destination: Hashable, Sendable {
    case none
    /// The system's own folders, or the site-packages of its interpreter.
    case system
    /// A virtual environment of Python.
    case environment(String)
    /// A folder of its own, with everything below it.
    case folder(String)
    case unknown
  }

  package enum Tests: Hashable, Sendable {
    /// The command has nothing to do with tests.
    case none
    case run
    /// It would run them, but is told not to.
    case skipped(by: PackageCause)
  }

  /// A spelling that does not do what it says, and one that does.
  package struct Mistake: Hashable, Sendable {
    package var written: PackageCause
    /// nil where there is none: behind `--` the same words are only arguments.
    package var meant: String?
  }

  init(
    tool: PackageTool?,
    action: PackageAction,
    command: String,
    range: SourceRange,
    origin: Origin,
    isCertain: Bool,
    directory: String
  ) {
    self.tool = tool
    self.action = action
    self.command = command
    self.range = range
    self.origin = origin
    self.isCertain = isCertain
    self.directory = directory
  }
}

/// Something that was written and decides: an option, a variable, a setting.
package struct PackageCause: Hashable, Sendable {
  /// `--no-dev`, `PIP_NO_CACHE_DIR=1`, `virtualenvs.create false`.
  package var text: String
  /// In the file; nil for variables, which an earlier instruction sets.
  package var range: SourceRange?
}

/// A file or folder that a build makes.
package struct BuildOutput: Hashable, Sendable {
  /// Absolute.
  package var path: String
  /// The files that matter lie somewhere below it.
  package var isFolder: Bool
  /// It lies in a mount and is gone after the command.
  package var isInMount = false
}

/// A folder in which a package tool keeps what it fetched.
package struct CacheFolder: Hashable, Sendable {
  /// As the facts call it: `downloads`, `index`, `modules`.
  package var name: String
  /// Absolute; with `~` where the user's home is not known; nil where a variable decides whose value is not known.
  package var path: String?
  /// Other folders of it, absolute too.
  var aliases: [String] = []
  package var fate: Fate

  package enum Fate: Hashable, Sendable {
    /// It stays in the layer, and in the image.
    case left
    /// A later command of the same RUN takes it away.
    case removed(by: SourceRange)
    /// A later instruction takes it away by a command at this place: the image does not show it, its layers hold it all
    /// the same.
    case hidden(by: Origin, at: SourceRange)
    /// It lies in a cache mount, or in a mount in memory.
    case mounted
    /// The tool was told to keep none.
    case disabled(by: PackageCause)
    /// The configuration of the official images removes it after each command.
    case removedByImage
    /// It may be any of these.
    case unknown
  }

  var folders: [String] { (path.map { [$0] } ?? []) + aliases }

  /// Its bytes are in a layer of the image; nil when not known.
  package var isInLayers: Bool? {
    switch fate {
    case .left, .hidden: true
    case .removed, .mounted, .disabled, .removedByImage: false
    case .unknown: nil
    }
  }
}
