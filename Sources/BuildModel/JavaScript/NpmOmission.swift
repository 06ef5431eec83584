import ShellSyntax

/// Which kinds of packages npm leaves out, worked out layer by layer as npm does: defaults, files, environment, command
/// line. A layer's own `omit` takes the place of the one below it; `production`, `only`, `dev` and `also` add to it.
struct NpmOmission {
  typealias Cause = DevelopmentDependencies.Cause

  private struct Entry {
    /// nil where it is not known.
    var kind: String?
    var cause: Cause
  }

  /// What one layer sets itself.
  private struct Layer {
    var omit: [Entry]?
    var include: [Entry]?
    var production: (isOn: Bool?, cause: Cause)?
    var only: Entry?
    var also: Entry?
    var dev: (isOn: Bool?, cause: Cause)?

    var isEmpty: Bool {
      omit == nil && include == nil && production == nil && only == nil && also == nil && dev == nil
    }
  }

  private var omit: [Entry] = []
  private var include: [Entry] = []
  private var merged = Layer()
  private var overridden: (omission: Cause, inclusion: Cause)?
  private var replaced: Cause?
  private var invalid: Cause?
  private var doubt: Cause?

  static func development(_ arguments: NpmArguments, in environment: NodeEnvironment) -> DevelopmentDependencies {
    var omission = NpmOmission()
    omission.applyDefault(environment)
    for level in [NodeSetting.Level.global, .user, .project] {
      var layer = Layer()
      for setting in environment.settings where setting.level == level {
        let value = setting.value.map(NpmArguments.Value.text) ?? .unknown
        omission.add(setting.key, value, .setting(setting), to: &layer)
      }
      omission.apply(layer)
    }
    var layer = Layer()
    for (name, key, value) in environment.npmVariables {
      var text: String?
      if case .known(let known) = value { text = known }
      let given = text.map(NpmArguments.Value.text) ?? .unknown
      omission.add(key, given, .variable(name: name, value: text), to: &layer)
    }
    omission.apply(layer)
    layer = Layer()
    for flag in arguments.flags {
      omission.add(flag.key, flag.value, .flag(flag.word, isDatedSpelling: false), to: &layer)
    }
    omission.apply(layer)
    return omission.result(arguments, environment)
  }

  private mutating func applyDefault(_ environment: NodeEnvironment) {
    switch environment.isProduction {
    case true?: omit = [Entry(kind: "dev", cause: environment.nodeEnvironmentCause)]
    case nil: omit = [Entry(kind: nil, cause: environment.nodeEnvironmentCause)]
    case false?: break
    }
  }

  /// Reads one key. Values that npm refuses count as none, but a list is set by them all the same.
  private mutating func add(
    _ key: String,
    _ value: NpmArguments.Value,
    _ cause: Cause,
    to layer: inout Layer
  ) {
    switch key {
    case "omit": layer.omit = (layer.omit ?? []) + entries(value, cause, allowed: ["dev", "optional", "peer"])
    case "include":
      layer.include = (layer.include ?? []) + entries(value, cause, allowed: NpmArguments.kinds)
    case "production" where value == .text("null"): break
    case "production": layer.production = (Self.isOn(value), cause.dated)
    case "dev": layer.dev = (Self.isOn(value), cause.dated)
    case "only":
      layer.only = entries(value, cause.dated, allowed: ["prod", "production"]).first
    case "also":
      layer.also = entries(value, cause.dated, allowed: ["dev", "development"]).first
    default: break
    }
  }

  private mutating func entries(_ value: NpmArguments.Value, _ cause: Cause, allowed: Set<String>) -> [Entry] {
    switch value {
    case .unknown: return [Entry(kind: nil, cause: cause)]
    case .text(let text) where allowed.contains(text): return [Entry(kind: text, cause: cause)]
    default:
      invalid = cause
      return []
    }
  }

  /// Text as npm takes it for a truth value; nil where it is not known.
  private static func isOn(_ value: NpmArguments.Value) -> Bool? {
    switch value {
    case .boolean(let isOn): isOn
    case .text("false"), .text("null"), .text("0"): false
    case .text, .missing: true
    case .unknown: nil
    }
  }

  private mutating func apply(_ layer: Layer) {
    guard !layer.isEmpty else { return }
    if let own = layer.omit {
      if let lost = omit.first(where: { $0.kind == "dev" }), !own.contains(where: { $0.kind == "dev" }) {
        replaced = lost.cause
      }
      omit = own
    }
    if let own = layer.include { include = own }
    merged.production = layer.production ?? merged.production
    merged.only = layer.only ?? merged.only
    merged.also = layer.also ?? merged.also
    merged.dev = layer.dev ?? merged.dev

    if let only = merged.only { omit.append(Entry(kind: only.kind == nil ? nil : "dev", cause: only.cause)) }
    if let production = merged.production {
      switch production.isOn {
      case true?: omit.append(Entry(kind: "dev", cause: production.cause))
      case false?:
        if merged.only == nil { include.append(Entry(kind: "dev", cause: production.cause)) }
      case nil: omit.append(Entry(kind: nil, cause: production.cause))
      }
    }
    if let also = merged.also { include.append(Entry(kind: also.kind == nil ? nil : "dev", cause: also.cause)) }
    if let dev = merged.dev, dev.isOn != false {
      include.append(Entry(kind: dev.isOn == nil ? nil : "dev", cause: dev.cause))
    }
    if let inclusion = include.first(where: { $0.kind == "dev" }) {
      if let omission = omit.first(where: { $0.kind != "optional" && $0.kind != "peer" }) {
        overridden = (omission.cause, inclusion.cause)
      }
      omit.removeAll { $0.kind == "dev" || $0.kind == nil }
    }
  }

  private func result(_ arguments: NpmArguments, _ environment: NodeEnvironment) -> DevelopmentDependencies {
    if let omission = omit.first(where: { $0.kind == "dev" }) {
      if let doubt = include.first(where: { $0.kind == nil }) { return .unknown(because: doubt.cause) }
      return .omitted(by: omission.cause)
    }
    if let inclusion = include.first(where: { $0.kind == "dev" }) {
      if let overridden { return .included(because: .overridden(overridden.omission, by: overridden.inclusion)) }
      return .included(because: .askedFor(inclusion.cause))
    }
    if let doubt = omit.first(where: { $0.kind == nil }) { return .unknown(because: doubt.cause) }
    if let word = arguments.unknownWords.first { return .unknown(because: .argument(word)) }
    return .included(because: inclusion(arguments, environment))
  }

  /// The likeliest reason why nothing omits.
  private func inclusion(
    _ arguments: NpmArguments,
    _ environment: NodeEnvironment
  ) -> DevelopmentDependencies.Inclusion {
    if let replaced, let cause = omit.first?.cause ?? invalid { return .replaced(replaced, by: cause) }
    if let invalid { return .invalidValue(invalid) }
    for flag in arguments.flags where !flag.isKnown {
      if let suggestion = Self.suggestion(for: flag) {
        return .unknownFlag(flag.word, suggestion: suggestion)
      }
    }
    if let word = arguments.behindDashes.first(where: { Self.looksLikeOmission($0, environment.facts) }) {
      return .behindDashes(word)
    }
    if let flag = arguments.flags.first(where: { $0.key == "save-prod" }) { return .saveFlag(flag.word) }
    if let omission = omit.first { return .otherKind(omission.cause) }
    return environment.plainInclusion
  }

  private static func looksLikeOmission(_ word: ShellWord, _ facts: PackageManagerFacts) -> Bool {
    guard let flag = NpmArguments([word], facts: facts).flags.first else { return false }
    return ["omit", "production", "only"].contains(flag.key) || suggestion(for: flag) != nil
  }
}

extension DevelopmentDependencies.Cause {
  /// The same cause, whose spelling has a newer one.
  var dated: Self {
    if case .flag(let word, _) = self { return .flag(word, isDatedSpelling: true) }
    return self
  }
}
