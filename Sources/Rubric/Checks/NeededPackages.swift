import BuildModel

extension Check {
  package static let neededPackages = Check(
    id: "needed-packages",
    title: "Install only the packages that are needed",
    rationale: "apt installs what a package merely recommends, often several times its own size",
    good: [
      "FROM debian:13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n",
      "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
    ],
    bad: [
      "FROM debian:13-slim\nRUN apt-get update && ⟦apt-get install -y curl⟧\n"
    ]
  ) { image in
    guard let install = image.recommendingInstalls.first else { return .passed("no package is merely recommended") }
    return .failed(
      Finding(
        "recommended packages are installed too",
        "`\(install.command)` installs recommended packages too",
        at: install.range,
        fix: "apt-get install -y --no-install-recommends …"
      )
    )
  }
}
