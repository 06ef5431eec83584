/// What is known about images that a Dockerfile may start from; the data file `base-images.yml` holds it
/// with dates and sources.
package struct BaseImageFacts: Sendable {
  /// When the rows were last checked, as YYYY-MM-DD.
  package var date: String
  package var rows: [BaseImageRow] {
    didSet { rowIndex = BaseImageIndex(rows) }
  }
  package var releaseLines: [ReleaseLine] {
    didSet { lineIndex = Self.index(releaseLines) }
  }
  /// Made anew with the rows, for it is asked of every stage.
  private(set) var rowIndex: BaseImageIndex
  /// The release lines of each repository, in their order.
  private(set) var lineIndex: [String: [Int]]

  package init(date: String, rows: [BaseImageRow], releaseLines: [ReleaseLine]) {
    self.date = date
    self.rows = rows
    self.releaseLines = releaseLines
    rowIndex = BaseImageIndex(rows)
    lineIndex = Self.index(releaseLines)
  }

  private static func index(_ lines: [ReleaseLine]) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (place, line) in lines.enumerated() { index[line.repository, default: []].append(place) }
    return index
  }
}

/// What is known about the images of one repository whose tags match a pattern. The first row that matches counts.
package struct BaseImageRow: Hashable, Sendable {
  /// What kind of image it is, as the course sorts them.
  package enum Kind: String, Sendable, CaseIterable {
    case sdk, full, slim, alpine, distroless, scratch, runtime, server, test, tool
    /// Holds what is needed to run, not what is needed to build.
    package var isMinimal: Bool {
      switch self {
      case .slim, .alpine, .distroless, .scratch, .runtime, .server: true
      case .sdk, .full, .test, .tool: false
      }
    }
  }

  /// The C library that programs in it are linked with: what was built on one does not load on another.
  package enum CLibrary: String, Hashable, Sendable, CaseIterable {
    case glibc, musl
    case absent = "none"
  }

  /// About how large an image is, in megabytes.
  package struct Size: Hashable, Sendable {
    /// Compressed, as it is fetched.
    package var download: Int
    package var unpacked: Int

    package init(download: Int, unpacked: Int) {
      self.download = download
      self.unpacked = unpacked
    }
  }

  /// Repositories in full: `docker.io/library/node`, `gcr.io/distroless/nodejs22-debian12`; `*` stands for any
  /// run of characters.
  package var repositories: [String]
  /// Tag patterns with `*`; empty means any tag.
  package var tags: [String]
  package var kind: Kind
  /// The configured user; empty means root.
  package var user: String
  /// Names with their numbers.
  package var users: [String: Int]
  /// nil where the image has none.
  package var shell: String?
  /// Programs that a probe or a build may call: curl, wget, node, npm, …; nil when not known.
  package var tools: Set<String>?
  /// The working directory that the image sets; empty means `/`.
  package var workdir: String
  /// Whether the image sets a command or entrypoint, a health check, ports of its own.
  package var entrypoint: [String]
  package var command: [String]
  package var hasHealthcheck: Bool
  package var ports: [String]
  /// `NAME=value` as the image sets it, where it matters.
  package var environment: [String]
  /// nil where it is not known.
  package var libc: CLibrary?
  /// nil where it is not known.
  package var size: Size?
  package var date: String
  package var source: String

  package init(
    repositories: [String],
    tags: [String],
    kind: Kind,
    user: String,
    users: [String: Int],
    shell: String?,
    tools: Set<String>?,
    workdir: String,
    entrypoint: [String],
    command: [String],
    hasHealthcheck: Bool,
    ports: [String],
    environment: [String],
    libc: CLibrary? = nil,
    size: Size? = nil,
    date: String,
    source: String
  ) {
    self.repositories = repositories
    self.tags = tags
    self.kind = kind
    self.user = user
    self.users = users
    self.shell = shell
    self.tools = tools
    self.workdir = workdir
    self.entrypoint = entrypoint
    self.command = command
    self.hasHealthcheck = hasHealthcheck
    self.ports = ports
    self.environment = environment
    self.libc = libc
    self.size = size
    self.date = date
    self.source = source
  }
}

/// A release line of a product and its end: node 20, alpine 3.18.
package struct ReleaseLine: Sendable {
  package var repository: String
  /// The tag's leading version: `20`, `3.18`.
  package var line: String
  /// The day on which its makers stop mending it, as YYYY-MM-DD.
  package var endOfLife: String
  /// What to take now: `26`.
  package var successor: String

  package init(repository: String, line: String, endOfLife: String, successor: String) {
    self.repository = repository
    self.line = line
    self.endOfLife = endOfLife
    self.successor = successor
  }
}
