import Diagnostics
import ShellSyntax

/// Packages that a system's package manager installs or removes: apk, apt-get, apt, dnf, microdnf, yum, zypper.
struct PackageInstall {
  let packages: [String]
  let isRemoval: Bool
  /// `apk add --virtual NAME`: the name under which the packages go again.
  let virtualName: String?

  init?(_ words: ArraySlice<ShellWord>) {
    guard let manager = words.first?.value.map(PathText.lastComponent) else { return nil }
    let isKnown = Self.managers.contains(manager)
    guard isKnown else { return nil }
    var rest = words.dropFirst().lazy.compactMap(\.value).makeIterator()
    var verb = rest.next()
    while let word = verb, Self.isOption(word) { verb = rest.next() }
    guard let isRemoval = verb.flatMap({ Self.removes($0, manager) }) else { return nil }
    var packages: [String] = []
    var virtualName: String?
    while let word = rest.next() {
      guard Self.isOption(word) else {
        packages.append(Self.name(word))
        continue
      }
      guard Self.takesValue(word), let value = rest.next() else { continue }
      if manager == "apk", word == "-t" || word == "--virtual" { virtualName = value }
    }
    self.virtualName = virtualName
    self.packages = packages
    self.isRemoval = isRemoval
  }

  static let managers: Set<String> = ["apk", "apt-get", "apt", "dnf", "microdnf", "yum", "zypper"]

  /// Whether a word removes packages; nil for one that does not install any either.
  private static func removes(_ verb: String, _ manager: String) -> Bool? {
    switch verb {
    case "add": manager == "apk" ? false : nil
    case "del": manager == "apk" ? true : nil
    case "install": manager == "apk" ? nil : false
    case "remove": manager == "apk" ? nil : true
    case "purge": manager == "apt" || manager == "apt-get" ? true : nil
    case "in": manager == "zypper" ? false : nil
    default: nil
    }
  }

  private static func isOption(_ word: String) -> Bool { word.utf8.first == UInt8(ascii: "-") }

  private static func takesValue(_ option: String) -> Bool {
    switch option {
    case "-t", "--virtual", "-X", "--repository", "-p", "--root", "-o", "--target-release": true
    default: false
    }
  }

  /// A package without its version: `curl=8.5.0-r0`, `curl~8`, `curl@edge`.
  private static func name(_ word: String) -> String {
    let end = word.utf8.firstIndex { byte in
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
      default: false
      }
    }
    return end.map { String(word[..<$0]) } ?? word
  }

  /// The programs that a package brings, beside the one of its own name.
  static func programs(of package: String) -> [String] {
    var found: [String] = []
    forEachProgram(of: package) { found.append($0) }
    return found
  }

  static func forEachProgram(of package: String, _ body: (String) -> Void) {
    var base = package
    if package.utf8.contains(UInt8(ascii: ":")) {
      base = package.utf8.split(separator: UInt8(ascii: ":")).first.map { String(Substring($0)) } ?? package
    }
    body(base)
    extra[base]?.forEach(body)
  }

  private static let extra = NamedValues<[String]>([
    "nodejs": ["node"], "nodejs-current": ["node"], "nodejs-lts": ["node"], "npm": ["npx"],
    "netcat-openbsd": ["nc"], "netcat-traditional": ["nc"], "netcat": ["nc"], "busybox": ["wget", "nc", "sh"],
    "busybox-extras": ["telnet"], "nmap-ncat": ["ncat", "nc"], "procps": ["ps", "pgrep", "pkill"],
    "procps-ng": ["ps", "pgrep"], "httpie": ["http"], "python3": ["python3"], "iproute2": ["ss", "ip"],
    "net-tools": ["netstat"], "postgresql-client": ["pg_isready", "psql"], "default-mysql-client": ["mysqladmin"],
    "redis-tools": ["redis-cli"], "dnsutils": ["dig", "nslookup"], "bind-tools": ["dig", "nslookup"],
  ])
}
