import BuildModel
import Diagnostics
import ShellSyntax

/// Tells a learner why development dependencies are in a node_modules, and what to write instead.
struct DependencyExplanation {
  private let modules: NodeModules
  private let item: FileItem
  private let image: JudgedImage

  init(_ modules: NodeModules, item: FileItem, in image: JudgedImage) {
    self.modules = modules
    self.item = item
    self.image = image
  }

  /// Where to look: the install in the image's own stages, else the COPY that brings its result along.
  private var place: SourceRange { item.lineage.isEmpty ? modules.range : item.origin.range }

  private func range(_ word: ShellWord) -> SourceRange {
    image.document.sourceRange(word.range, in: modules.script) ?? modules.range
  }

  private var fix: String {
    switch modules.manager {
    case .npm:
      item.lineage.isEmpty ? "RUN npm ci --omit=dev" : "RUN npm prune --omit=dev before this COPY, or install anew"
    case .pnpm: "RUN pnpm install --prod --frozen-lockfile"
    case .bun: "RUN bun install --production --frozen-lockfile"
    case .yarnBerry: "RUN yarn workspaces focus --all --production"
    case .yarn, .yarnClassic: "RUN yarn install --production --frozen-lockfile"
    }
  }

  var uncertain: Finding {
    Finding(
      "whether development dependencies are installed depends on a condition",
      "whether `\(modules.command)` leaves development dependencies out cannot be told from the file",
      at: place,
      fix: "write it plainly: \(fix)"
    )
  }

  func finding(_ inclusion: DevelopmentDependencies.Inclusion) -> Finding {
    let said = Self.explain(inclusion, manager: modules.manager)
    let from = item.lineage.last.map { image.build.stages[$0].displayName }
    let place = item.lineage.isEmpty ? (said.word.map(range) ?? modules.range) : item.origin.range
    let brings = from.map { "node_modules of \($0) come along: " } ?? ""
    return Finding(
      from == nil ? said.reason : "\(said.reason), copied from an earlier stage",
      brings + said.message.replacing("COMMAND", with: "`\(modules.command)`"),
      at: place,
      label: from == nil ? said.label : "installed at line \(image.line(of: modules.origin))",
      fix: fix
    )
  }

  private struct Said {
    var reason: String
    /// COMMAND stands for the command.
    var message: String
    var label: String?
    var word: ShellWord?
  }

  private static func explain(_ inclusion: DevelopmentDependencies.Inclusion, manager: PackageManager) -> Said {
    switch inclusion {
    case .nothingOmits:
      return Said(
        reason: "a plain install",
        message: "COMMAND installs development dependencies too",
        label: "nothing leaves them out"
      )
    case .askedFor(let cause):
      return Said(
        reason: "an install that asks for them",
        message: "\(text(cause)) asks for development dependencies",
        label: nil,
        word: word(cause)
      )
    case .overridden(let omitting, let including):
      return Said(
        reason: "\(key(including)) against \(key(omitting))",
        message: "\(text(including)) is stronger than \(text(omitting)), so everything is installed",
        label: "brings them back",
        word: word(including)
      )
    case .replaced(let omitting, let by):
      return Said(
        reason: "\(key(by)) takes the place of NODE_ENV",
        message: "\(text(by)) takes the place of what \(text(omitting)) stands for, so everything is installed",
        label: "says nothing of dev",
        word: word(by)
      )
    case .unknownFlag(let flag, let suggestion):
      let name = flag.value ?? flag.knownStart
      return Said(
        reason: "an unknown flag, \(name)",
        message: "npm does not know `\(name)` and installs everything",
        label: suggestion.map { "did you mean \($0)?" } ?? "npm ignores it",
        word: flag
      )
    case .behindDashes(let flag):
      return Said(
        reason: "a flag behind --",
        message: "behind `--` npm takes `\(flag.value ?? "…")` for an argument, and installs everything",
        label: "no flag here",
        word: flag
      )
    case .invalidValue(let cause):
      return Said(
        reason: "a value that npm does not take",
        message: "npm does not take the value of \(text(cause)), and installs everything",
        label: "one of dev, optional, peer",
        word: word(cause)
      )
    default:
      return explainRare(inclusion)
    }
  }

  private static func explainRare(_ inclusion: DevelopmentDependencies.Inclusion) -> Said {
    switch inclusion {
    case .saveFlag(let flag):
      return Said(
        reason: "-P, which is --save-prod",
        message: "`-P` means --save-prod to npm and changes nothing here",
        label: "not --production",
        word: flag
      )
    case .notProduction(let value):
      return Said(
        reason: "NODE_ENV is not `production` to the letter",
        message: "NODE_ENV is `\(value)`: only `production` to the letter leaves development dependencies out"
      )
    case .otherKind(let cause):
      return Said(
        reason: "only other kinds are left out",
        message: "\(text(cause)) leaves other dependencies out, not those for development",
        label: "not dev",
        word: word(cause)
      )
    case .notInYarn2(let cause):
      return Said(
        reason: "--production, which Yarn 2 does not take",
        message: "Yarn 2 and later does not look at \(text(cause)) when it installs",
        label: nil,
        word: word(cause)
      )
    default:
      return Said(reason: "a plain install", message: "COMMAND installs development dependencies too")
    }
  }

  /// A remark at full marks where npm has a newer spelling.
  func notes(on cause: DevelopmentDependencies.Cause) -> [Diagnostic] {
    guard modules.manager == .npm, let written = Self.datedSpelling(cause) else { return [] }
    return [
      Diagnostic(
        .note,
        rule: "production-dependencies",
        "`\(written)` works, and npm warns that a newer spelling exists",
        at: Self.word(cause).map(range) ?? modules.range,
        label: "--omit=dev says the same",
        why: "npm 7 made --omit=dev the way to say it",
        fix: "--omit=dev"
      )
    ]
  }

  /// The spelling that npm warns of: `--production`, `--only=production`, NPM_CONFIG_PRODUCTION.
  private static func datedSpelling(_ cause: DevelopmentDependencies.Cause) -> String? {
    switch cause {
    case .flag(let flag, isDatedSpelling: true): flag.value ?? flag.knownStart
    case .variable(let name, _) where ["npm_config_production", "npm_config_only"].contains(name.lowercased()): name
    default: nil
    }
  }

  private static func text(_ cause: DevelopmentDependencies.Cause) -> String {
    switch cause {
    case .flag(let word, _), .argument(let word): "`\(word.value ?? word.knownStart + "…")`"
    case .variable(let name, let value): "`\(name)\(value.map { "=" + $0 } ?? "")`"
    case .setting(let setting): "npm's setting `\(setting.key)\(setting.value.map { "=" + $0 } ?? "")`"
    }
  }

  private static func key(_ cause: DevelopmentDependencies.Cause) -> String {
    switch cause {
    case .flag(let word, _), .argument(let word): word.value ?? word.knownStart
    case .variable(let name, _): name
    case .setting(let setting): setting.key
    }
  }

  private static func word(_ cause: DevelopmentDependencies.Cause) -> ShellWord? {
    switch cause {
    case .flag(let word, _), .argument(let word): word
    case .variable, .setting: nil
    }
  }
}
