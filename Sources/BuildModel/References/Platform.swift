import DockerfileSyntax

/// `os[(version)][/architecture[/variant]]`, as `--platform` takes it, by the rules of containerd.
package struct Platform: Hashable, Sendable {
  /// In small letters; `darwin` for `macos`.
  package let system: String
  /// By its usual name: `amd64` for `x86_64`.
  package let architecture: String

  /// Why a text is no platform.
  package struct Malformed: Error, Hashable {
    /// Docker's own words.
    package let message: String
  }

  package init(_ text: String) throws(Malformed) {
    let written = DockerText.quoted(text.utf8)
    if text.utf8.contains(UInt8(ascii: "*")) {
      throw .init(message: "\(written): wildcards not yet supported: invalid argument")
    }
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    let system = try Self.system(parts[0], of: written)
    for part in parts.dropFirst() where !Self.isSpecifier(part) {
      throw Self.component(part, "component", of: written, "platform specifier", "^[A-Za-z0-9_.-]+$")
    }
    switch parts.count {
    case 1 where Self.systems.contains(system):
      self.system = system
      architecture = "amd64"
    case 1:
      architecture = Self.architecture(text)
      guard Self.architectures.contains(architecture) else {
        throw .init(message: "\(written): unknown operating system or architecture: invalid argument")
      }
      self.system = "linux"
    case 2, 3:
      self.system = system
      architecture = Self.architecture(parts[1])
    default: throw .init(message: "\(written): cannot parse platform specifier: invalid argument")
    }
  }

  /// `linux`, or `windows(10.0.17763)` with a version and features.
  private static func system(_ text: String, of whole: String) throws(Malformed) -> String {
    let open = text.firstIndex(of: "(")
    let name = String(text[..<(open ?? text.endIndex)])
    let options = open.map { text[text.index(after: $0)...] } ?? ")"
    guard !name.isEmpty, name.utf8.allSatisfy({ isWordByte($0) || $0 == 0x2D }), options.last == ")",
      options.dropLast().utf8.allSatisfy({ isWordByte($0) || [0x2D, 0x2E, 0x25, 0x2B].contains($0) })
    else {
      let rule = "^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$"
      throw component(text, "OS component", of: whole, "OSAndVersion specifier", rule)
    }
    let fields = options.dropLast().split(separator: "+", omittingEmptySubsequences: false)
    if fields.dropFirst().contains(where: \.isEmpty) {
      let rule = "^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.%-]*)((?:\\+[A-Za-z0-9_.%-]+)*)\\))?$"
      throw component(text, "OS component", of: whole, "OSAndVersion specifier", rule)
    }
    for (index, field) in fields.enumerated() {
      guard let escape = brokenEscape(in: Array(field.utf8)) else { continue }
      let quoted = DockerText.quoted(field.utf8)
      let reason = "invalid URL escape \(escape)"
      throw .init(
        message: index == 0
          ? "\(whole) has an invalid OS version \(quoted): \(reason)"
          : "\(whole) has invalid OS features: invalid os feature \(quoted): \(reason)"
      )
    }
    let lowered = name.lowercased()
    return lowered == "macos" ? "darwin" : lowered
  }

  private static func component(
    _ part: String,
    _ what: String,
    of whole: String,
    _ kind: String,
    _ rule: String
  ) -> Malformed {
    let quotedPart = DockerText.quoted(part.utf8)
    let quotedRule = DockerText.quoted(rule.utf8)
    let reason = "\(kind) component must match \(quotedRule): invalid argument"
    return Malformed(message: "\(quotedPart) is an invalid \(what) of \(whole): \(reason)")
  }

  /// A percent sign without two hexadecimal digits behind it, quoted.
  private static func brokenEscape(in bytes: [UInt8]) -> String? {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      let digits = bytes[(index + 1)...].prefix(2)
      guard digits.count == 2, digits.allSatisfy(ImageDigest.isHexadecimal) else {
        return DockerText.quoted(bytes[index...].prefix(3))
      }
      index += 3
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func isSpecifier(_ part: String) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { isWordByte($0) || $0 == 0x2D || $0 == 0x2E }
  }

  private static func architecture(_ text: String) -> String {
    switch text.lowercased() {
    case "i386": "386"
    case "x86_64", "x86-64": "amd64"
    case "aarch64": "arm64"
    case "armhf", "armel": "arm"
    case let other: other
    }
  }

  private static let systems: Set<String> = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd",
    "openbsd", "plan9", "solaris", "windows", "zos",
  ]

  private static let architectures: Set<String> = [
    "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips", "mipsle",
    "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64",
    "wasm",
  ]
}
