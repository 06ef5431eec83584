import BuildModel

extension Check {
  package static let sameLayerRemoval = Check(
    id: "same-layer-removal",
    title: "Remove files in the layer that brings them",
    rationale: "a later `rm` only hides a file: the layer below still holds it, and everybody downloads it",
    good: [
      "FROM alpine:3.24\nRUN wget -q https://example.org/a.tgz && tar xf a.tgz && rm a.tgz\n"
    ],
    bad: [
      "FROM alpine:3.24\nCOPY archive.tgz /tmp/archive.tgz\nRUN tar xf /tmp/archive.tgz && ⟦rm /tmp/archive.tgz⟧\n",
      "FROM debian:13-slim\nRUN apt-get update && apt-get install -y curl\nRUN ⟦rm -rf /var/lib/apt/lists/*⟧\n",
    ]
  ) { image in
    guard let late = image.lateRemovals.first else { return .passed("nothing is removed in a later layer") }
    return .failed(
      Finding(
        "files of an earlier layer are removed",
        "`\(late.text)` hides what the layer of line \(late.line) still holds",
        at: late.range,
        fix: late.isCopied ? "mount it instead: RUN --mount=type=bind,source=… …" : "remove it in the same RUN"
      )
    )
  }
}
