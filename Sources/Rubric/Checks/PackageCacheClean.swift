import BuildModel

extension Check {
  package static let packageCacheClean = Check(
    id: "package-cache-clean",
    title: "Clean up in the same RUN as the install",
    rationale:
      "package lists and downloads stay in the layer of the RUN that fetched them, whatever a later one removes",
    good: [
      "FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n",
      "FROM alpine:3.24\nRUN apk add --no-cache curl\n",
      "FROM debian:13-slim\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y curl\n",
    ],
    bad: [
      "FROM debian:13-slim\nRUN apt-get update && ⟦apt-get install -y curl⟧\nRUN rm -rf /var/lib/apt/lists/*\n",
      "FROM alpine:3.24\nRUN apk update && ⟦apk add curl⟧\n",
    ]
  ) { image in
    let installs = image.systemInstalls
    guard let install = installs.first(where: { !$0.leavesNoCache }) else {
      return .passed(installs.isEmpty ? "no system packages are installed" : "installs clean up behind themselves")
    }
    let folder = PackageCache.folders[install.manager]?.first ?? "its cache"
    return .failed(
      Finding(
        "\(install.manager) leaves its lists in the layer",
        "`\(install.text)` leaves \(folder) in the layer",
        at: install.range,
        fix: install.manager == "apk" ? "apk add --no-cache …" : "… && rm -rf \(folder)/* in the same RUN"
      )
    )
  }
}
