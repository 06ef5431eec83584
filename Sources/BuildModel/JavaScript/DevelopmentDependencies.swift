package import ShellSyntax

/// What becomes of the packages of `devDependencies`, and why.
package enum DevelopmentDependencies: Hashable, Sendable {
  case omitted(by: Cause)
  case included(because: Inclusion)
  /// It depends on something that is only known at run time.
  case unknown(because: Cause)

  /// Something that was written and decides.
  package enum Cause: Hashable, Sendable {
    /// A flag, as `--omit=dev`. Dated spellings still work but have a newer one: `--production`, `--only=production`.
    case flag(ShellWord, isDatedSpelling: Bool)
    /// A variable of the environment, as NODE_ENV or NPM_CONFIG_OMIT.
    case variable(name: String, value: String?)
    /// A line of an `.npmrc` or a `config set` before.
    case setting(NodeSetting)
    /// An argument whose text is not known.
    case argument(ShellWord)
  }

  package enum Inclusion: Hashable, Sendable {
    /// Nothing asks for anything else.
    case nothingOmits
    /// `--include=dev`, `--production=false` and their like, with nothing against them.
    case askedFor(Cause)
    /// Something omits them, but something stronger includes them.
    case overridden(Cause, by: Cause)
    /// NODE_ENV=production would omit them, but `--omit` with other values takes the place of what it stands for.
    case replaced(Cause, by: Cause)
    /// npm does not know the flag and ignores it: `--omit-dev`, `--omti=dev`.
    case unknownFlag(ShellWord, suggestion: String?)
    /// Behind `--` there are only arguments.
    case behindDashes(ShellWord)
    /// A value that npm does not take, as in `--omit=dev,optional`.
    case invalidValue(Cause)
    /// `-P` of npm is `--save-prod` and decides nothing here.
    case saveFlag(ShellWord)
    /// NODE_ENV is set, but not to `production` to the letter.
    case notProduction(value: String)
    /// Only other kinds are omitted, as with `--omit=optional`.
    case otherKind(Cause)
    /// Yarn 2 and later does not take `--production` with `install`, and does not look at NODE_ENV.
    case notInYarn2(Cause)
  }

  package var isOmitted: Bool {
    if case .omitted = self { return true }
    return false
  }
}

/// A key and value of a package manager's configuration.
package struct NodeSetting: Hashable, Sendable {
  /// Where it was written decides which one wins.
  package enum Level: Int, Hashable, Sendable, Comparable {
    case global, user, project

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }
  package var key: String
  /// nil where it is not known.
  package var value: String?
  package var level: Level
  /// The words that set it; nil for a line of a file.
  package var source: ShellWord?

  package init(key: String, value: String?, level: Level, source: ShellWord? = nil) {
    self.key = key
    self.value = value
    self.level = level
    self.source = source
  }

  /// The settings in the text of an `.npmrc`.
  package static func parse(npmrc text: String, level: Level = .project) -> [NodeSetting] {
    var settings: [NodeSetting] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmed
      guard let first = line.first, first != "#", first != ";", first != "[" else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      var key = parts[0].trimmed
      if key.hasSuffix("[]") { key = key.dropLast(2) }
      var value = parts.count > 1 ? parts[1].trimmed : "true"
      if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote {
        value = value.dropFirst().dropLast()
      }
      let isReference = value.contains("${")
      settings.append(NodeSetting(key: String(key), value: isReference ? nil : String(value), level: level))
    }
    return settings
  }
}

extension StringProtocol where SubSequence == Substring {
  fileprivate var trimmed: Substring {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
