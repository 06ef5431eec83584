import Diagnostics

extension Mount {
  /// As BuildKit reads it while it parses: `from` may hold no variable, everything else waits.
  init(written value: some Collection<UInt8>, range: SourceRange) throws(OptionError) {
    self.init(range: range)
    for bytes in try Self.fields(value) {
      let field = OptionField(bytes)
      guard field.key == "from", let value = field.value else { continue }
      let dollar = value.utf8.firstIndex(of: UInt8(ascii: "$"))
      if let dollar, value.utf8.index(after: dollar) != value.utf8.endIndex {
        throw OptionError("'from' doesn't support variable expansion, define alias stage instead")
      }
      from = value
    }
  }

  /// Whether `init(written:range:)` may refuse a value: a quote, a variable, or nothing at all.
  static func needsCheck(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in value where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "$") || byte < 0x20 { return true }
    return value.isEmpty
  }

  /// As BuildKit reads it when it gets to the RUN.
  init(
    _ value: some Collection<UInt8>,
    range: SourceRange,
    expanding expand: (String) throws(ExpansionError) -> String
  ) throws(OptionError) {
    self.init(range: range)
    var access: Bool?
    for bytes in try Self.fields(value) {
      let field = OptionField(bytes)
      guard let written = field.value else {
        try addWord(field, &access)
        continue
      }
      let value: String
      do throws(ExpansionError) {
        value = try expand(written)
      } catch {
        throw OptionError(error.dockerMessage)
      }
      try add(field, value, &access)
    }
    try check()
    readOnly = access ?? !(type == .cache || type == .tmpfs)
    try checkCombination()
  }

  private static func fields(_ value: some Collection<UInt8>) throws(OptionError) -> [[UInt8]] {
    do throws(OptionError) {
      return try OptionFields.split(value)
    } catch {
      throw OptionError("failed to parse csv mounts: \(error.message)")
    }
  }

  /// A field without `=`.
  private mutating func addWord(_ field: OptionField, _ access: inout Bool?) throws(OptionError) {
    switch field.key {
    case "readonly", "ro": access = true
    case "readwrite", "rw": access = false
    case "required":
      guard type == .secret || type == .ssh else { throw unexpected(field.key) }
      required = true
    default: throw OptionError("invalid field '\(field.text)' must be a key=value pair")
    }
  }

  private mutating func add(_ field: OptionField, _ value: String, _ access: inout Bool?) throws(OptionError) {
    switch field.key {
    case "type":
      type = try Self.choice(value, "unsupported mount type")
    case "from": from = value
    case "source", "src": source = value
    case "target", "dst", "destination": target = value
    case "readonly", "ro": access = try Self.bool(value, field.key)
    case "readwrite", "rw": access = try !Self.bool(value, field.key)
    case "required":
      guard type == .secret || type == .ssh else { throw unexpected(field.key) }
      required = try Self.bool(value, field.key)
    case "size":
      guard type == .tmpfs else { throw unexpected(field.key) }
      guard let size = ByteSize.bytes(value) else { throw OptionError("invalid value for size: \(value)") }
      sizeLimit = size
    case "id": id = value
    case "sharing": sharing = try Self.choice(value, "unsupported sharing value")
    case "mode": mode = try Self.number(value, "mode", radix: 8)
    case "uid": uid = try Self.number(value, "uid", radix: 10)
    case "gid": gid = try Self.number(value, "gid", radix: 10)
    case "env": env = value
    default:
      let suggestion = Suggestion.nearest(to: field.key, among: Self.keys)
      throw OptionError("unexpected key '\(field.key)' in '\(field.text)'", suggestion: suggestion)
    }
  }

  private static let keys = [
    "type", "from", "source", "target", "readonly", "id", "sharing", "required", "size", "mode", "uid", "gid", "src",
    "dst", "destination", "ro", "rw", "readwrite", "env",
  ]

  private func unexpected(_ key: String) -> OptionError {
    OptionError("unexpected key '\(key)' for mount type '\(type.rawValue)'")
  }

  private static func bool(_ value: String, _ key: String) throws(OptionError) -> Bool {
    guard let result = GoNumber.bool(value) else { throw OptionError("invalid value for \(key): \(value)") }
    return result
  }

  private static func number(_ value: String, _ key: String, radix: UInt32) throws(OptionError) -> UInt32 {
    guard let result = GoNumber.unsigned(value, radix: radix) else {
      throw OptionError("invalid value \(value) for \(key)")
    }
    return result
  }

  private static func choice<Choice>(_ value: String, _ complaint: String) throws(OptionError) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    if let choice = Choice(rawValue: LetterCase.lower(value.utf8)) { return choice }
    let suggestion = Suggestion.nearest(to: value, among: Choice.allCases.map(\.rawValue))
    throw OptionError("\(complaint) \(quoted(value.utf8))", suggestion: suggestion)
  }

  private func check() throws(OptionError) {
    guard type == .bind || type == .tmpfs else { return }
    for (name, value) in [("mode", mode), ("uid", uid), ("gid", gid)] where value != nil {
      throw OptionError("\(name) not allowed for \"\(type.rawValue)\" type mounts")
    }
  }

  private func checkCombination() throws(OptionError) {
    if type == .secret {
      if !from.isEmpty { throw OptionError("secret mount should not have a from") }
      if sharing != nil { throw OptionError("secret mount should not define sharing") }
      if source.isEmpty, target.isEmpty, id.isEmpty {
        throw OptionError("invalid secret mount. one of source, target required")
      }
      if !source.isEmpty, !id.isEmpty { throw OptionError("both source and id can't be set") }
    }
    if sharing != nil, type != .cache {
      throw OptionError("invalid cache sharing set for \(type.rawValue) mount")
    }
  }
}
