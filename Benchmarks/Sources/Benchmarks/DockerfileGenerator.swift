/// Writes Dockerfiles as people do: some stages, comments, continued commands, now and then a heredoc. Every file is
/// one that Docker accepts, and a seed always makes the same one.
struct DockerfileGenerator {
  private var random: SplitMix
  private var text = ""
  private var stages: [String] = []

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func dockerfile() -> String {
    (text, stages) = ("", [])
    if chance(3) { line("# syntax=docker/dockerfile:1") }
    if chance(2) { line("# Image of \(pick(Self.services)), built in stages.") }
    if chance(3) { line("ARG VERSION=\(number(9)).\(number(20))") }
    for _ in 0...number(3) { stage() }
    ending()
    return text
  }

  private mutating func stage() {
    let name = "\(pick(Self.roles))\(stages.count)"
    line("")
    line(
      "FROM \(pick(Self.images)):\(number(24)).\(number(10))\(pick(["", "-alpine", "-slim", "-bookworm"])) AS \(name)"
    )
    if chance(2) { line("ARG TARGETARCH") }
    line("WORKDIR /\(pick(Self.folders))")
    for _ in 0...number(8) { instruction() }
    stages.append(name)
  }

  private mutating func instruction() {
    switch number(14) {
    case 0...2: install()
    case 3, 4: command()
    case 5, 6: copy()
    case 7: line("ENV \(pick(Self.variables))=\(pick(Self.values))")
    case 8: line("ENV \(pick(Self.variables))=\"\(pick(Self.values)) ${PATH}\" \\\n    \(pick(Self.variables))=1")
    case 9: line("# \(pick(Self.remarks)), see https://example.com/\(pick(Self.services))/issues/\(number(900))")
    case 10: line("LABEL org.opencontainers.image.title=\"\(pick(Self.services))\" maintainer='\(pick(Self.services))'")
    case 11: line("EXPOSE \(1024 + number(9000))\(pick(["", "/tcp", "/udp"]))")
    case 12: heredoc()
    default: line("VOLUME [\"/\(pick(Self.folders))\", \"/var/lib/\(pick(Self.services))\"]")
    }
  }

  private mutating func install() {
    line("RUN apt-get update \\")
    line("    && apt-get install -y --no-install-recommends \\")
    for _ in 0...number(12) { line("        \(pick(Self.packages)) \\") }
    if chance(4) { line("        # \(pick(Self.remarks))") }
    line("    && rm -rf /var/lib/apt/lists/*")
  }

  private mutating func command() {
    let mount = chance(3) ? "--mount=type=cache,target=/root/.cache/\(pick(Self.services)),sharing=locked " : ""
    line("RUN \(mount)set -eux; \(pick(Self.commands)) && \(pick(Self.commands)) || exit \(number(9))")
  }

  private mutating func copy() {
    let from = !stages.isEmpty && chance(2) ? "--from=\(pick(stages)) " : ""
    let owner = chance(3) ? "--chown=\(number(2000)):\(number(2000)) " : ""
    let folder = pick(Self.folders)
    line("COPY \(from)\(owner)\(folder)/package.json \(folder)/package-lock.json ./\(pick(Self.folders))/")
  }

  private mutating func heredoc() {
    line("RUN <<EOF")
    for _ in 0...number(6) { line("  \(pick(Self.commands))") }
    line("EOF")
  }

  private mutating func ending() {
    if chance(2) {
      line("HEALTHCHECK --interval=\(10 + number(50))s --timeout=3s CMD curl -fsS http://127.0.0.1:8080/ || exit 1")
    }
    if chance(2) { line("USER \(1000 + number(9000))") }
    line("ENTRYPOINT [\"/usr/local/bin/docker-entrypoint.sh\"]")
    line("CMD [\"\(pick(Self.services))\", \"--config\", \"/etc/\(pick(Self.services)).conf\"]")
  }

  private mutating func line(_ content: String) { text += "\(content)\n" }

  private mutating func number(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  /// True once in so many times.
  private mutating func chance(_ times: Int) -> Bool { number(times) == 0 }

  private mutating func pick(_ choices: [String]) -> String { choices[number(choices.count)] }
}

extension DockerfileGenerator {
  private static let images = ["debian", "node", "python", "golang", "registry.example.com/base/java", "ruby", "rust"]
  private static let roles = ["base", "build", "test", "assets", "dependencies"]
  private static let services = ["gateway", "mailer", "search", "billing", "web", "queue", "catalogue"]
  private static let folders = ["app", "src", "usr/src/app", "opt/service", "workspace", "data"]
  private static let variables = ["PATH", "NODE_ENV", "LANG", "GOFLAGS", "APP_HOME", "PYTHONUNBUFFERED", "JAVA_OPTS"]
  private static let values = ["production", "C.UTF-8", "1", "/usr/local/bin", "$HOME/.local", "${VERSION:-latest}"]
  private static let remarks = ["needed by the build", "keep in step with production", "a workaround", "cached layer"]
  private static let packages = [
    "build-essential", "ca-certificates", "curl", "git", "gnupg", "libpq-dev", "libssl-dev", "openssh-client",
    "pkg-config", "python3-venv", "tzdata", "unzip", "xz-utils", "zlib1g-dev",
  ]
  private static let commands = [
    "npm ci --omit=dev", "go build -ldflags=\"-s -w\" -o /out/server ./cmd/server", "pip install -r requirements.txt",
    "curl -fsSL \"https://example.com/releases/v${VERSION}/tool-$(uname -m).tar.gz\" | tar -xz -C /opt",
    "mkdir -p /var/log/app", "chown -R app:app /srv", "find . -name '*.pyc' -delete", "echo 'deb stable main' > list",
    "test -n \"$TARGETARCH\"", "make -j\"$(nproc)\" install",
  ]
}

/// A small generator of numbers (SplitMix64), the same on every machine.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
