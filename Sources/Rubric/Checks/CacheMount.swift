import BuildModel
import DockerfileSyntax

extension Check {
  package static let cacheMount = Check(
    id: "cache-mount",
    title: "Keep downloads in a cache mount",
    rationale: "a cache mount outlives the layer: after a change of the manifest only what is new is fetched",
    parameters: .optional(.path("target", "a folder that it must cover; any when it is left out")),
    publishes: ["actual"],
    good: [
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN --mount=type=cache,target=/go/pkg/mod go build -o /server .\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        with: ["target": "/go/pkg/mod"],
        of: .builder
      )
    ],
    bad: [
      "⟦FROM node:26⟧\nRUN npm ci\n",
      CheckExample("⟦FROM node:26⟧\nRUN --mount=type=cache,target=/tmp npm ci\n", with: ["target": "/root/.npm"]),
    ]
  ) { wanted in
    { image in
      let caches = image.mounts.filter { $0.mount.type == .cache }
      let found = caches.first { cache in
        guard let wanted else { return true }
        return cache.target.map { PathText.areNested($0, wanted) } ?? false
      }
      if let found { return .passed("a cache mount covers \(found.mount.target)", at: found.mount.range) }
      if wanted != nil, let open = caches.first(where: { $0.target == nil }) {
        return .notJudged(
          Finding("a target with a variable", "where this cache mount appears cannot be told", at: open.mount.range)
        )
      }
      let actual = caches.compactMap(\.target)
      return .failed(
        Finding(
          wanted.map { "no cache mount over \($0)" } ?? "no cache mount",
          wanted.map { "no RUN of \(image.stage.displayName) mounts a cache over \($0)" }
            ?? "no RUN of \(image.stage.displayName) mounts a cache",
          at: image.fromRange,
          fix: "RUN --mount=type=cache,target=\(wanted ?? "…") …",
          values: ["actual": actual.isEmpty ? "none" : actual.joined(separator: ", ")]
        )
      )
    }
  }
}
