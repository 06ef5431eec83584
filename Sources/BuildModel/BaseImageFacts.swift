import Diagnostics

/// What is known about images that a Dockerfile may start from; the data file `base-images.yml` holds it
/// with dates and sources.
package struct BaseImageFacts: Sendable {
  /// What all copies share.
  private final class Contents: Sendable {
    let date: String
    let rows: [BaseImageRow]
    let releaseLines: [ReleaseLine]
    /// Made with the rows, for it is asked of every stage.
    let rowIndex: BaseImageIndex
    /// The release lines of each repository, in their order.
    let lineIndex: NamedValues<[Int]>
    /// The bytes of each line.
    let lineTexts: [[UInt8]]

    init(date: String, rows: [BaseImageRow], releaseLines: [ReleaseLine]) {
      self.date = date
      self.rows = rows
      self.releaseLines = releaseLines
      rowIndex = BaseImageIndex(rows)
      var lines: [String: [Int]] = [:]
      for (place, line) in releaseLines.enumerated() { lines[line.repository, default: []].append(place) }
      lineIndex = NamedValues(lines)
      lineTexts = releaseLines.map { Array($0.line.utf8) }
    }
  }
  private var contents: Contents

  package init(date: String, rows: [BaseImageRow], releaseLines: [ReleaseLine]) {
    contents = Contents(date: date, rows: rows, releaseLines: releaseLines)
  }

  /// When the rows were last checked, as YYYY-MM-DD.
  package var date: String {
    get { contents.date }
    set { contents = Contents(date: newValue, rows: rows, releaseLines: releaseLines) }
  }

  package var rows: [BaseImageRow] {
    get { contents.rows }
    set { contents = Contents(date: date, rows: newValue, releaseLines: releaseLines) }
  }

  package var releaseLines: [ReleaseLine] {
    get { contents.releaseLines }
    set { contents = Contents(date: date, rows: rows, releaseLines: newValue) }
  }

  var rowIndex: BaseImageIndex { contents.rowIndex }
  var lineIndex: NamedValues<[Int]> { contents.lineIndex }
  var lineTexts: [[UInt8]] { contents.lineTexts }
}

/// What is known about the images of one repository whose tags match a pattern. The first row that matches counts.
///
/// An object, which all stages that start from such an image share; it equals only itself.
package final class BaseImageRow: Sendable {
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
  package let repositories: [String]
  /// Tag patterns with `*`; empty means any tag.
  package let tags: [String]
  package let kind: Kind
  /// The configured user; empty means root.
  package let user: String
  /// Names with their numbers.
  package let users: [String: Int]
  /// nil where the image has none.
  package let shell: String?
  /// Programs that a probe or a build may call: curl, wget, node, npm, …; nil when not known.
  package let tools: Set<String>?
  /// The working directory that the image sets; empty means `/`.
  package let workdir: String
  /// Whether the image sets a command or entrypoint, a health check, ports of its own.
  package let entrypoint: [String]
  package let command: [String]
  package let hasHealthcheck: Bool
  package let ports: [String]
  /// `NAME=value` as the image sets it, where it matters.
  package let environment: [String]
  /// nil where it is not known.
  package let libc: CLibrary?
  /// nil where it is not known.
  package let size: Size?
  package let date: String
  package let source: String

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

extension BaseImageRow: Hashable {
  package static func == (left: BaseImageRow, right: BaseImageRow) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
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
