import ShellSyntax

extension PackageReading {
  /// Fills in what the command line tells; place and origin are the caller's.
  func complete(_ step: inout PackageStep) {
    let found = self.found
    step.packages = Array(operands)
    step.readsManifest = readsManifest
    step.group = found.values[.group] ?? nil
    step.mistakes = found.mistakes
    step.lockfile = found.lockfile?.0 ?? command.lockfile
    step.lockfileCause = found.lockfile?.1
    step.scope = found.scope?.0 ?? scope
    step.scopeCause = found.scope?.1
    if arguments.hasUnknownWords, step.scope == .all, found.scope == nil { step.scope = .unknown }
    step.recommended = recommended
    if command.tests {
      step.tests = found.skipsTests.map { .skipped(by: $0) } ?? (skipsTestTask.map { .skipped(by: $0) } ?? .run)
    }
    step.caches = caches
    step.destination = destination
    step.outputs = outputs.map { output in
      var output = output
      output.isInMount = surroundings.isMounted(output.path)
      return output
    }
    step.linkage = linkage
  }

  /// `pip install -r requirements.txt .`, `go mod download`, `cargo install --path .`: nothing is named but files.
  private var readsManifest: Bool {
    if row.tool.isOfSystem { return false }
    if !found.requirements.isEmpty || found.values[.manifest] != nil { return true }
    if row.tool == .pip || commandName == "pip install" {
      let editable = arguments.value(of: ["-e", "--editable"]) != nil
      return editable || operands.contains { $0.value.map(Self.isPath) ?? false }
    }
    return operands.allSatisfy { $0.value.map(Self.isPath) ?? false }
  }

  /// Built packages are no project: `/wheels/*.whl`.
  private static func isPath(_ word: String) -> Bool {
    let path = String(word.prefix { $0 != "[" })
    if PathText.hasWildcard(path) || path.hasSuffix(".whl") { return false }
    return path.hasPrefix(".") || path.hasPrefix("/") || path.hasSuffix("proj") || path.hasSuffix(".sln")
  }

  /// Which Debian packages others recommend is installed unless told otherwise; apk knows no such thing.
  private var recommended: RecommendedPackages? {
    guard command.action == .install, row.effects.contains(where: { $0.meaning == .noRecommended }) else { return nil }
    switch found.recommended {
    case false?: return .leftOut
    case true?: return .installed
    case nil: return arguments.hasUnknownWords ? .unknown : .installed
    }
  }

  /// Lists and extras that are named for development: `-r requirements-dev.txt`, `pip install .[test]`.
  private var scope: PackageScope {
    guard command.scope == .undivided, command.action == .install || command.action == .download else {
      return command.scope
    }
    for list in found.requirements {
      if let path = list.value, isForDevelopment(PathText.lastComponents(path)) { return .all }
    }
    for operand in operands {
      if let word = operand.value, let extras = Self.extras(word), isForDevelopment(extras) { return .all }
    }
    return .undivided
  }

  private static func extras(_ word: String) -> String? {
    word.utf8.firstIndex(of: UInt8(ascii: "[")).map { String(word[$0...]) }
  }

  /// Whether one of the words in a name means development: `requirements-dev.txt`, `[test,docs]`.
  private func isForDevelopment(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { contents.developmentWords.contains(String($0)) }
  }

  /// `gradle build -x test` leaves the task out.
  private var skipsTestTask: PackageCause? {
    guard row.tool == .gradle else { return nil }
    for option in arguments.options where option.name == "-x" || option.name == "--exclude-task" {
      guard let value = option.value ?? nil, let task = value.split(separator: ":").last else { continue }
      if ["test", "check"].contains(task) { return PackageCause(text: "-x \(value)", range: range(option.word.range)) }
    }
    return nil
  }

  // MARK: - Caches

  var caches: [CacheFolder] {
    var found: [CacheFolder] = []
    for name in command.fills + facets.fills {
      if let row = row.caches.first(where: { $0.name == name }) { found.append(cache(row)) }
    }
    return found
  }

  private func cache(_ cacheRow: PackageCacheRow) -> CacheFolder {
    var cache = CacheFolder(name: cacheRow.name, path: path(of: cacheRow), fate: .left)
    if cache.path == usualPath(of: cacheRow) { cache.aliases = cacheRow.aliases.map(surroundings.absolute) }
    if let cause = found.noCache {
      cache.fate = .disabled(by: cause)
    } else if cache.folders.contains(where: surroundings.isMounted) {
      cache.fate = .mounted
    } else if let file = cacheRow.emptiedBy, !surroundings.memory.removedFiles.contains(file) {
      cache.fate = .removedByImage
    } else if found.mayHaveNoCache || cache.path == nil && !surroundings.mounts.isEmpty {
      cache.fate = .unknown
    } else if arguments.hasUnknownWords, row.effects.contains(where: { $0.meaning == .noCache }) {
      cache.fate = .unknown
    }
    return cache
  }

  private func path(of cache: PackageCacheRow) -> String? {
    if let given = arguments.value(of: cache.options) { return given.value.map(surroundings.absolute) }
    for place in cache.places where place.utf8.first == UInt8(ascii: "$") {
      if let found = surroundings.place(place) { return found }
    }
    for key in cache.settings {
      if let setting = surroundings.memory.settings[row.tool]?[key] { return setting.map(surroundings.absolute) }
    }
    return usualPath(of: cache)
  }

  /// Where the cache lies when nothing says otherwise.
  private func usualPath(of cache: PackageCacheRow) -> String? {
    cache.places.last { $0.utf8.first != UInt8(ascii: "$") }.map(surroundings.absolute)
  }

  /// The caches that the command line empties.
  var cleaned: [String] {
    if row.cleanings.isEmpty { return [] }
    let commandWords = commandName.utf8.split(separator: UInt8(ascii: " "))
    return row.cleanings.filter { cleaning in
      guard let first = cleaning.words.first, commandWords.contains(where: { $0.elementsEqual(first.utf8) }) else {
        return false
      }
      return cleaning.words.allSatisfy { arguments.has($0) }
    }.flatMap(\.caches)
  }
}

extension PathText {
  /// A path's last two components: a list of packages may be named by its folder, as `requirements/dev.txt`.
  static func lastComponents(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).suffix(2).map { String(Substring($0)) }.joined(separator: "/")
  }
}
