package import Diagnostics
package import DockerfileSyntax

/// The image that a target yields, with all that a check may ask about it. Once it is made, nothing changes it.
package final class JudgedImage: @unchecked Sendable {
  package let build: Build
  package private(set) var state: StageState
  package let image: EffectiveImage
  package let options: BuildOptions
  package let baseImages: BaseImageFacts
  package let ignoreFile: IgnoreFile
  package let packageTools: PackageToolFacts
  /// nil where the file sets none. Several checks ask for it, and its script is followed once.
  package private(set) var healthProbe: HealthProbe?
  /// node_modules in the image, wherever they lie.
  package private(set) var modules: [(path: String, modules: NodeModules, item: FileItem)] = []
  /// What is taken from stages that never make it. Nothing of it is in the image.
  package private(set) var missingSources: [MissingSource] = []
  /// The stages whose files reach the image by copies, beside those that it starts from.
  package private(set) var contributors: Set<Int> = []
  /// The installs of all stages that the target needs, in file order, each once.
  package private(set) var installs: [NodeModules] = []
  /// COPYs of the whole build context in the stages that the target needs, each once, in file order.
  package private(set) var wholeContextCopies: [CopyStep] = []

  /// - Throws: what Docker refuses the build for.
  package convenience init(
    of document: Document,
    options: BuildOptions,
    ignoreFile: IgnoreFile = .unknown
  ) throws(BuildError) {
    try self.init(try Build(of: document, options: options), options: options, ignoreFile: ignoreFile)
  }

  init(_ build: Build, options: BuildOptions, ignoreFile: IgnoreFile) throws(BuildError) {
    self.build = build
    self.options = options
    self.ignoreFile = ignoreFile
    packageTools = options.packageManagers.tools
    guard let state = build.states[build.target] else {
      throw BuildError("dockerfile contains no stages to build", dockerLine: -1, at: nil)
    }
    self.state = state
    image = state.image
    baseImages = options.baseImages ?? BaseImageFacts(date: "", rows: [], releaseLines: [])
    var files = state.files
    missingSources = makeMissingSources(&files)
    if !missingSources.isEmpty {
      // The build's own state stays as it is: other images are judged by it.
      self.state = StageState(copying: state)
      self.state.files = files
    }
    modules = self.state.files.items.compactMap { item in item.modules.map { (item.path, $0, item) } }
    healthProbe = makeHealthProbe()
    contributors = makeContributors()
    installs = makeInstalls()
    wholeContextCopies = makeWholeContextCopies()
  }

  package var document: Document { build.document }

  /// The stage that is judged.
  package var stage: Stage { build.stages[build.target] }

  /// Its FROM line: what is absent is pointed out there.
  package var fromRange: SourceRange { stage.range }

  /// Where the stages that make the image start from.
  package var base: ExternalBase { state.external }

  /// The image name in the FROM that starts the chain.
  package var baseRange: SourceRange {
    let root = state.chain.first ?? build.target
    return build.stages[root].syntax.from.base.range
  }

  private func makeContributors() -> Set<Int> {
    var found = state.mountedStages
    for item in state.files.items where !item.isPartOfBase {
      for stage in item.lineage { found.insert(stage) }
    }
    return found
  }

  /// The stage belongs to the chain of FROMs that ends in the judged one.
  package func isOwn(_ origin: Origin) -> Bool { state.chain.contains(origin.stage) }

  /// A node_modules that was copied into the image and that no install of the file made: what it holds is not known.
  package var unknownModules: FileItem? {
    state.files.items.first { item in
      guard PathText.lastComponent(item.path) == "node_modules", state.files.modules(at: item.path) == nil else {
        return false
      }
      switch item.content {
      case .context, .image, .output: return true
      case .modules, .inline, .download, .base: return false
      }
    }
  }
}
