/// A `--mount` as most people write it: nothing to expand or to unquote, and nothing that Docker refuses by itself.
/// Everything else is left to the reading that knows all forms.
struct PlainMount {
  private enum Kind {
    case bind, cache, tmpfs, secret, ssh
  }

  /// A stage or an image; empty for none.
  private(set) var from = Bytes.none
  private var kind = Kind.bind
  private(set) var target = Bytes.none
  private var hasSource = false
  private var hasID = false
  private var isShared = false
  private var hasOwner = false

  /// A cache without a name of its own starts from nothing, which may be a stage's name.
  var isCache: Bool { kind == .cache }

  init?(_ bytes: Bytes) {
    if bytes.needsExpansion { return nil }
    var start = 0
    while start <= bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: ",") { end += 1 }
      guard add(Bytes(rebasing: bytes[start..<end])) else { return nil }
      start = end + 1
    }
    guard isGood else { return nil }
  }

  /// - Returns: false for a field that it doesn't know.
  private mutating func add(_ field: Bytes) -> Bool {
    guard let equals = field.firstIndex(of: UInt8(ascii: "=")) else {
      return field.equals("ro") || field.equals("rw") || field.equals("readonly") || field.equals("readwrite")
    }
    let key = Bytes(rebasing: field[..<equals])
    let value = Bytes(rebasing: field[(equals + 1)...])
    if value.isEmpty { return false }
    if key.equals("type") { return setKind(value) }
    if key.equals("target") || key.equals("dst") || key.equals("destination") {
      target = value
    } else if key.equals("source") || key.equals("src") {
      hasSource = true
    } else if key.equals("id") {
      hasID = true
    } else if key.equals("from") {
      from = value
    } else if key.equals("sharing") {
      isShared = true
      return value.equals("locked") || value.equals("shared") || value.equals("private")
    } else if key.equals("uid") || key.equals("gid") || key.equals("mode") {
      hasOwner = true
      return value.count < 7 && value.allSatisfy { $0 >= 0x30 && $0 <= 0x37 }
    } else {
      return false
    }
    return true
  }

  private mutating func setKind(_ value: Bytes) -> Bool {
    if value.equals("cache") {
      kind = .cache
    } else if value.equals("bind") {
      kind = .bind
    } else if value.equals("secret") {
      kind = .secret
    } else if value.equals("ssh") {
      kind = .ssh
    } else {
      guard value.equals("tmpfs") else { return false }
      kind = .tmpfs
    }
    return true
  }

  /// No rule about the fields together is broken.
  private var isGood: Bool {
    if isShared, kind != .cache { return false }
    switch kind {
    case .secret: return from.isEmpty && !(hasSource && hasID) && (hasSource || hasID || !target.isEmpty)
    case .ssh: return !hasSource
    case .cache: return hasPlace
    case .bind, .tmpfs: return hasPlace && !hasOwner
    }
  }

  /// An absolute target that isn't the root.
  private var hasPlace: Bool { target.count > 1 && target[0] == UInt8(ascii: "/") }
}
