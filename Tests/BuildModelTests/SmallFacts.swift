import BuildModel
import Diagnostics
import DockerfileSyntax

extension BaseImageFacts {
  /// A few images, so that tests stand alone.
  static let forTests = BaseImageFacts(
    date: "2026-11-23",
    rows: [
      .row("docker.io/library/node", tags: ["*alpine*"], .alpine, tools: ["node", "npm", "wget", "apk"]),
      .row("docker.io/library/node", .full, tools: ["node", "npm", "curl", "wget", "apt-get"]),
      .row("docker.io/library/nginx", .server, tools: ["nginx", "curl"], ports: ["80/tcp"]),
      .row("gcr.io/distroless/*", tags: ["nonroot*"], .distroless, user: "65532", workdir: "/home/nonroot"),
      .row("docker.io/example/toor", .slim, user: "toor"),
    ],
    releaseLines: []
  )
}

extension BaseImageRow {
  fileprivate static func row(
    _ repository: String,
    tags: [String] = [],
    _ kind: Kind,
    user: String = "",
    tools: Set<String> = [],
    workdir: String = "",
    ports: [String] = []
  ) -> BaseImageRow {
    BaseImageRow(
      repositories: [repository],
      tags: tags,
      kind: kind,
      user: user,
      users: ["root": 0, "toor": 0, "node": 1000],
      shell: kind == .distroless ? nil : "/bin/sh",
      tools: tools,
      workdir: workdir,
      entrypoint: kind == .distroless ? [] : ["docker-entrypoint.sh"],
      command: ["node"],
      hasHealthcheck: false,
      ports: ports,
      environment: ["NODE_VERSION=26.1.0"],
      date: "2026-11-23",
      source: "tests"
    )
  }
}

extension JudgedImage {
  /// The image that a Dockerfile yields, on the facts of these tests.
  convenience init(_ text: String, target: String? = nil, arguments: [String: String] = [:]) throws(BuildError) {
    try self.init(
      of: Document(parsing: Array(text.utf8)),
      options: BuildOptions(
        target: target,
        arguments: arguments,
        baseImages: .forTests,
        packageManagers: .forTests
      )
    )
  }
}
