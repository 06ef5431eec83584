/// `os/arch[/variant]`, as `--platform` takes it.
enum Platform {
  /// Why a text is no platform, in containerd's words; nil when it is one.
  static func problem(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    for part in parts where part.isEmpty || !part.utf8.allSatisfy(isAllowed) {
      return "\"\(part)\" is an invalid component of \"\(text)\": platform specifier component must match "
        + "\"^[A-Za-z0-9_.-]+$\": invalid argument"
    }
    if parts.count == 1, !isKnown(parts[0].lowercased()) {
      return "\"\(text)\": unknown operating system or architecture: invalid argument"
    }
    return parts.count > 3 ? "\"\(text)\": cannot parse platform specifier: invalid argument" : nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func isKnown(_ name: String) -> Bool {
    switch name {
    case "linux", "windows", "darwin", "freebsd", "netbsd", "openbsd", "solaris", "plan9", "android", "aix", "js",
      "wasip1", "dragonfly", "illumos", "ios", "zos", "hurd", "nacl", "macos":
      true
    case "amd64", "386", "arm", "arm64", "ppc64", "ppc64le", "mips", "mipsle", "mips64", "mips64le", "s390x",
      "riscv64", "loong64", "wasm", "x86_64", "x86-64", "i386", "aarch64", "armhf", "armel", "riscv", "sparc64":
      true
    default: false
    }
  }
}
