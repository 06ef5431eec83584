package import Diagnostics

/// What is known about a stage after its instructions so far: the image's configuration, the variables that RUN and
/// expansion see, the files.
///
/// An object, for its tables are many: whoever asks about a stage shares it. Only the dispatch of the stage changes it,
/// and nothing does afterwards; no step keeps hold of one field while another changes it, so that is not checked.
package final class StageState: @unchecked Sendable {
  @exclusivity(unchecked) package internal(set) var image = EffectiveImage()
  /// The environment of the image, without ARG.
  @exclusivity(unchecked) var environment = Variables()
  /// All ports that are exposed so far, and whether any EXPOSE was.
  @exclusivity(unchecked) var ports = PortSet()
  @exclusivity(unchecked) var hasExposedPorts = false
  @exclusivity(unchecked) var labels: [ExactText: String] = [:]
  @exclusivity(unchecked) var hasLabels = false
  /// ENV and ARG together, the later one winning.
  @exclusivity(unchecked) package internal(set) var variables = Variables()
  /// Where each field of the configuration was last set inside the file; fields of the base image are absent.
  @exclusivity(unchecked) package internal(set) var origins = FieldOrigins()
  /// For each variable of the environment: the ENV or ARG that set it last.
  @exclusivity(unchecked) package internal(set) var variableOrigins = OrderedNames<Origin>()
  /// Variables of the environment that an ARG hides until the end of the stage, with the ENV that set them; nil for the
  /// base image.
  @exclusivity(unchecked) var hiddenVariables: [String: Origin?] = [:]
  @exclusivity(unchecked) package internal(set) var external: ExternalBase = .scratch
  /// The image is for Windows: its folders have backslashes, and it has no PATH of its own.
  @exclusivity(unchecked) var isWindows = false
  /// The stages whose instructions make this one, from the first to this one itself.
  @exclusivity(unchecked) package internal(set) var chain: [Int] = []
  @exclusivity(unchecked) package internal(set) var files = FileTree()
  @exclusivity(unchecked) package internal(set) var users = UserTable()
  @exclusivity(unchecked) package internal(set) var programs = ProgramSet()
  /// `npm config set` and `.npmrc` lines as far as they are known, in the order in which they were made.
  @exclusivity(unchecked) package internal(set) var nodeSettings: [NodeSetting] = []
  @exclusivity(unchecked) package internal(set) var yarn = PackageManager.yarn
  /// Every command that made or changed a node_modules of a project.
  @exclusivity(unchecked) package internal(set) var installs: [NodeModules] = []
  /// In the order in which they run; those of the stages below come first.
  @exclusivity(unchecked) package internal(set) var steps: [BuildStep] = []
  /// Calls of package tools, builds and test runners, in the order in which they run; those of the stages below first.
  @exclusivity(unchecked) package internal(set) var packages: [PackageStep] = []
  @exclusivity(unchecked) var packageMemory = PackageMemory()
  @exclusivity(unchecked) package internal(set) var commands: [RunCommand] = []
  @exclusivity(unchecked) package internal(set) var copies: [CopyStep] = []
  /// Stages out of whose mounts RUN instructions took something in a way that is not followed file by file.
  @exclusivity(unchecked) package internal(set) var mountedStages: Set<Int> = []
  /// The texts of scripts that the file itself holds.
  @exclusivity(unchecked) var scripts = ScriptTexts()
  /// How many files the COPYs of this very stage have brought along from others.
  @exclusivity(unchecked) var followedFiles = 0
  /// A CMD stands in this very stage, so that an ENTRYPOINT after it keeps it.
  @exclusivity(unchecked) var commandIsOwn = false

  init() {}

  /// The directory in which the next RUN works; `/` where neither file nor base sets one.
  package var directory: String {
    PathText.join("/", isWindows ? WindowsPath.slashed(image.workingDirectory) : image.workingDirectory)
  }

  /// Brings the tables that grow line by line into the configuration, once at the end of a stage.
  func finish() {
    image.environment = environment.entries
    if hasExposedPorts { image.exposedPorts = ports.names }
    if hasLabels { image.labels = labels }
  }

  /// What a stage that starts from this one begins with.
  func inherited() -> StageState {
    let child = StageState(copying: self)
    child.image.onBuild = nil
    // BuildKit sets the image's environment anew, above the arguments of the stage below.
    for (name, origin) in hiddenVariables {
      child.variables[name] = environment[name]
      child.variableOrigins[name] = origin
    }
    return child
  }

  /// All that goes on in a stage that starts from another; what counts in one stage alone begins anew.
  init(copying other: StageState) {
    image = other.image
    environment = other.environment
    ports = other.ports
    hasExposedPorts = other.hasExposedPorts
    labels = other.labels
    hasLabels = other.hasLabels
    variables = other.variables
    origins = other.origins
    variableOrigins = other.variableOrigins
    external = other.external
    isWindows = other.isWindows
    chain = other.chain
    files = other.files
    users = other.users
    programs = other.programs
    nodeSettings = other.nodeSettings
    yarn = other.yarn
    installs = other.installs
    steps = other.steps
    packages = other.packages
    packageMemory = other.packageMemory
    commands = other.commands
    copies = other.copies
    mountedStages = other.mountedStages
    scripts = other.scripts
  }
}

extension StageState {
  /// It starts from nothing and has no file of users.
  var isEmptyBase: Bool { external == .scratch && users == UserTable() }
}

/// A command of a build: a bundler, compiler or the package's build script.
package struct BuildStep: Hashable, Sendable {
  /// As people know it: `npm run build`, `vite build`.
  package var name: String
  package var stage: Int
  package var origin: Origin
  /// Of the command, in the file.
  package var range: SourceRange
  /// Where it runs.
  package var directory: String

  package init(name: String, stage: Int, origin: Origin, range: SourceRange, directory: String) {
    self.name = name
    self.stage = stage
    self.origin = origin
    self.range = range
    self.directory = directory
  }
}

/// A COPY or ADD after expansion.
package struct CopyStep: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case context
    case stage(Int)
    /// An image outside the file, or a named build context.
    case image(String)
  }
  package var source: Source
  /// Expanded, as written otherwise.
  package var sources: [String]
  /// Absolute.
  package var destination: String
  package var isAdd: Bool
  package var origin: Origin

  /// Whether a source is the whole file system that it is taken from.
  package static func isRoot(_ source: String) -> Bool { ["/", "/*"].contains(PathText.clean("/" + source)) }
}
