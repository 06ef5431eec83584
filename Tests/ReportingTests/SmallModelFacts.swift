import BuildModel
import Course

extension BaseImageFacts {
  /// A few images, so that these tests stand alone.
  static let small = BaseImageFacts(
    date: "2026-11-23",
    rows: [
      row("node", .alpine, ["node", "npm", "wget"], entrypoint: ["docker-entrypoint.sh"], command: ["node"]),
      row("nginx", .server, ["nginx", "curl"], command: ["nginx", "-g", "daemon off;"], hasHealthcheck: true),
    ],
    releaseLines: []
  )

  private static func row(
    _ name: String,
    _ kind: BaseImageRow.Kind,
    _ tools: Set<String>,
    entrypoint: [String] = [],
    command: [String],
    hasHealthcheck: Bool = false
  ) -> BaseImageRow {
    BaseImageRow(
      repositories: ["docker.io/library/\(name)"],
      tags: [],
      kind: kind,
      user: "",
      users: ["root": 0, name: 1000],
      shell: "/bin/sh",
      tools: tools,
      workdir: "",
      entrypoint: entrypoint,
      command: command,
      hasHealthcheck: hasHealthcheck,
      ports: hasHealthcheck ? ["80/tcp"] : [],
      environment: ["\(name.uppercased())_VERSION=1"],
      date: "2026-11-23",
      source: "tests"
    )
  }
}

extension PackageManagerFacts {
  /// Those of the program: what an image holds of caches and tools rests on them.
  static let small: PackageManagerFacts = {
    do {
      return try CourseFacts().packageManagers
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}
