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
    let installs = image.systemInstalls
    guard let install = installs.first(where: { !$0.takesOnlyNeeded }) else {
      return .passed(installs.isEmpty ? "no system packages are installed" : "only needed packages are installed")
    }
    return .failed(
      Finding(
        "recommended packages are installed too",
        "`\(install.text)` installs recommended packages too",
        at: install.range,
        fix: "\(install.manager) install -y --no-install-recommends …"
      )
    )
  }
}
