import BuildModel

extension Check {
  package static let writablePath = Check(
    id: "writable-path",
    title: "Give the user what it must write to",
    rationale: "COPY and WORKDIR make files of root's: a process of another user cannot write there",
    parameters: .path("path", "a folder or file that the application writes to"),
    publishes: ["user"],
    good: [
      CheckExample(
        "FROM node:26-alpine\nRUN mkdir /data && chown node:node /data\nUSER node\n",
        with: ["path": "/data"]
      ),
      CheckExample(
        "FROM node:26-alpine\nCOPY --chown=node:node data /app/data\nUSER node\n",
        with: ["path": "/app/data"]
      ),
      CheckExample("FROM node:26-alpine\n", with: ["path": "/data"]),
    ],
    bad: [
      CheckExample("FROM node:26-alpine\n⟦COPY data /app/data⟧\nUSER node\n", with: ["path": "/app/data"]),
      CheckExample("FROM node:26-alpine\nRUN ⟦mkdir /data⟧\nUSER node\n", with: ["path": "/data"]),
    ]
  ) { path in
    { image in
      switch image.access(to: path) {
      case .granted(let reason): return .passed(reason)
      case .denied(let range):
        return .failed(
          Finding(
            "\(path) belongs to root",
            "\(path) belongs to root, and the container runs as \(image.user.name)",
            at: range,
            fix: "COPY --chown=\(image.user.text) …, or RUN chown \(image.user.text) \(path) above the USER",
            values: ["user": image.user.name]
          )
        )
      case .unknown:
        return .notJudged(
          Finding("an unknown owner", "who owns \(path) cannot be told from the file", at: image.fromRange)
        )
      }
    }
  }
}
