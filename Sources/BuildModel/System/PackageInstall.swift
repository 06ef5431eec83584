import ShellSyntax

/// Packages that a system's package manager installs or removes: apk, apt-get, apt, dnf, microdnf, yum, zypper.
struct PackageInstall {
  let packages: [String]
  let isRemoval: Bool
  /// `apk add --virtual NAME`: the name under which the packages go again.
  let virtualName: String?

  init?(_ words: ArraySlice<ShellWord>) {
    guard let manager = words.first?.value.map(PathText.lastComponent), let verbs = Self.verbs[manager] else {
      return nil
    }
    var rest = words.dropFirst().compactMap(\.value)[...]
    while let word = rest.first, word.hasPrefix("-") { rest.removeFirst() }
    guard let verb = rest.popFirst(), let isRemoval = verbs[verb] else { return nil }
    var packages: [String] = []
    var virtualName: String?
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        packages.append(Self.name(word))
        continue
      }
      guard Self.valued.contains(word), let value = rest.popFirst() else { continue }
      if manager == "apk", word == "-t" || word == "--virtual" { virtualName = value }
    }
    self.virtualName = virtualName
    self.packages = packages
    self.isRemoval = isRemoval
  }

  /// The words that install, and those that remove.
  private static let verbs: [String: [String: Bool]] = [
    "apk": ["add": false, "del": true],
    "apt-get": ["install": false, "remove": true, "purge": true],
    "apt": ["install": false, "remove": true, "purge": true],
    "dnf": ["install": false, "remove": true],
    "microdnf": ["install": false, "remove": true],
    "yum": ["install": false, "remove": true],
    "zypper": ["install": false, "in": false, "remove": true],
  ]

  private static let valued: Set<String> = [
    "-t", "--virtual", "-X", "--repository", "-p", "--root", "-o", "--target-release",
  ]

  /// A package without its version: `curl=8.5.0-r0`, `curl~8`, `curl@edge`.
  private static func name(_ word: String) -> String {
    String(word.prefix { $0 != "=" && $0 != "~" && $0 != "@" && $0 != "<" && $0 != ">" })
  }

  /// The programs that a package brings, beside the one of its own name.
  static func programs(of package: String) -> [String] {
    let base = package.split(separator: ":").first.map(String.init) ?? package
    return [base] + (extra[base] ?? [])
  }

  private static let extra: [String: [String]] = [
    "nodejs": ["node"], "nodejs-current": ["node"], "nodejs-lts": ["node"], "npm": ["npx"],
    "netcat-openbsd": ["nc"], "netcat-traditional": ["nc"], "netcat": ["nc"], "busybox": ["wget", "nc", "sh"],
    "busybox-extras": ["telnet"], "nmap-ncat": ["ncat", "nc"], "procps": ["ps", "pgrep", "pkill"],
    "procps-ng": ["ps", "pgrep"], "httpie": ["http"], "python3": ["python3"], "iproute2": ["ss", "ip"],
    "net-tools": ["netstat"], "postgresql-client": ["pg_isready", "psql"], "default-mysql-client": ["mysqladmin"],
    "redis-tools": ["redis-cli"], "dnsutils": ["dig", "nslookup"], "bind-tools": ["dig", "nslookup"],
  ]
}
