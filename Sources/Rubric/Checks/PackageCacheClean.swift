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
      "FROM debian:13-slim\nRUN ⟦apt-get update⟧ && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*\n",
      "FROM alpine:3.24\nRUN ⟦apk update⟧ && apk add curl\n",
    ]
  ) { image in
    let isSystems = { (cache: JudgedImage.RemainingCache) in cache.step.tool?.isOfSystem == true }
    if let cache = image.remainingCaches.first(where: isSystems) {
      let tool = cache.step.tool?.rawValue ?? ""
      let folder = cache.cache.path ?? "its cache"
      return .failed(
        Finding(
          "\(tool) leaves its \(cache.cache.name) in the layer",
          "`\(cache.step.command)` leaves \(folder) in the layer",
          at: cache.step.range,
          fix: cache.step.tool == .apk ? "apk add --no-cache …" : "… && rm -rf \(folder)/* in the same RUN"
        )
      )
    }
    if let cache = image.doubtfulCaches.first(where: isSystems) {
      return .notJudged(
        Finding(
          "a cache that may stay",
          "whether `\(cache.step.command)` leaves \(cache.cache.path ?? "its cache") in the layer cannot be told",
          at: cache.step.range
        )
      )
    }
    let isInstalled = !image.systemPackages.isEmpty
    return .passed(isInstalled ? "installs clean up behind themselves" : "no system packages are installed")
  }
}
