/// The variables of a shell, as far as a script changed them; all others are as the environment has them.
struct Variables {
  /// After so many, further names are only known to be not known.
  static let maximumCount = 256

  struct Entry: Hashable {
    /// nil after `unset`.
    var value: Value?
    var isExported: Bool
  }
  private(set) var entries: [String: Entry] = [:]
  /// What commands see of `entries`, kept ready because every execution takes a copy.
  private(set) var exported: [String: ShellValue] = [:]
  /// Names of the environment that commands no longer see.
  private(set) var removed: Set<String> = []
  /// Nothing of the environment is left, as after `env -i`.
  private(set) var isCleared = false
  private(set) var hasOverflowed = false

  /// The outer nil says that the environment decides.
  subscript(name: String) -> Entry? { entries[name] }

  /// The environment's own variables are hidden.
  mutating func clear() {
    self = Variables()
    isCleared = true
  }

  mutating func set(_ name: String, to entry: Entry?, in environment: (String) -> ShellValue?) {
    guard let entry else {
      entries[name] = nil
      exported[name] = nil
      removed.remove(name)
      return
    }
    guard entries[name] != nil || entries.count < Self.maximumCount else {
      hasOverflowed = true
      return
    }
    entries[name] = entry
    if entry.isExported, let value = entry.value {
      exported[name] = value.shellValue
      removed.remove(name)
    } else {
      exported[name] = nil
      if !isCleared, environment(name) != nil { removed.insert(name) }
    }
  }

  /// From here on no value is known.
  mutating func forgetAll(in environment: (String) -> ShellValue?) {
    for (name, entry) in entries {
      set(name, to: Entry(value: .unknown, isExported: entry.isExported), in: environment)
    }
    hasOverflowed = true
  }

  /// What a program that is started sees as its own variables.
  func inherited(in environment: (String) -> ShellValue?) -> Variables {
    var child = self
    for (name, entry) in entries where !entry.isExported || entry.value == nil {
      let isHidden = !isCleared && environment(name) != nil
      child.set(name, to: isHidden ? Entry(value: nil, isExported: false) : nil, in: environment)
    }
    return child
  }

  /// What is sure after either of two ways.
  func merged(with other: Variables, in environment: (String) -> ShellValue?) -> Variables {
    var result = self
    result.hasOverflowed = hasOverflowed || other.hasOverflowed || isCleared != other.isCleared
    guard entries != other.entries else { return result }
    for name in Set(entries.keys).union(other.entries.keys) where entries[name] != other.entries[name] {
      let left = entries[name] ?? inheritedEntry(name, environment)
      let right = other.entries[name] ?? other.inheritedEntry(name, environment)
      guard left != right else {
        result.set(name, to: left, in: environment)
        continue
      }
      let value: Value? = left.value == right.value ? left.value : .unknown
      result.set(name, to: Entry(value: value, isExported: left.isExported || right.isExported), in: environment)
    }
    return result
  }

  private func inheritedEntry(_ name: String, _ environment: (String) -> ShellValue?) -> Entry {
    let value = isCleared ? nil : environment(name)
    return Entry(value: value.map { Value($0) }, isExported: value != nil)
  }
}
