import BuildModel

extension Check {
  package static let smallDependencies = Check(
    id: "small-dependencies",
    title: "Leave no package cache behind",
    rationale: "the cache of a package manager is as large as the packages, and nothing reads it at run time",
    needs: ["production-dependencies"],
    good: [
      "FROM node:26-alpine\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev && npm cache clean --force\n",
      """
      FROM node:26-alpine
      COPY package.json package-lock.json ./
      RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

      """,
    ],
    bad: [
      "FROM node:26-alpine\nCOPY package.json package-lock.json ./\nRUN ⟦npm ci --omit=dev⟧\n"
    ]
  ) { image in
    let isOfProject = { (cache: JudgedImage.RemainingCache) in cache.step.tool?.isOfSystem == false }
    if let cache = image.remainingCaches.first(where: isOfProject) {
      return .failed(
        Finding(
          "the package cache stays in the layer",
          "`\(cache.step.command)` leaves \(cache.cache.path ?? "its cache") in the image",
          at: cache.step.range,
          fix: fix(cache)
        )
      )
    }
    if let cache = image.doubtfulCaches.first(where: isOfProject) {
      return .notJudged(
        Finding(
          "a cache that may stay",
          "whether `\(cache.step.command)` leaves \(cache.cache.path ?? "its cache") in the image cannot be told",
          at: cache.step.range
        )
      )
    }
    return .passed("no package cache stays in the image")
  }

  private static func fix(_ cache: JudgedImage.RemainingCache) -> String {
    let cleaning =
      switch cache.step.tool {
      case .npm: " && npm cache clean --force"
      case .pip, .uv: " --no-cache-dir"
      default: cache.cache.path.map { " && rm -rf \($0)" } ?? ""
      }
    return "RUN \(cache.step.command)\(cleaning), or RUN --mount=type=cache,target=\(cache.cache.path ?? "…") …"
  }
}
