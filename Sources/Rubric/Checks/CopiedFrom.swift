import BuildModel

extension Check {
  package static let copiedFrom = Check(
    id: "copied-from",
    title: "Take files from the right stage",
    rationale: "what a stage makes reaches another one only when it is copied",
    parameters: .text("name", "the stage that the files come from, directly or through others"),
    .optional(.path("path", "where they lie in the image; anywhere when it is left out")),
    .optional(.path("source", "where they lay in that stage; anywhere when it is left out")),
    publishes: ["actual"],
    good: [
      CheckExample(
        """
        FROM golang:1.26 AS builder
        RUN go build -o /out/server .
        FROM scratch
        COPY --from=builder /out/server /server

        """,
        with: ["name": "builder", "path": "/server", "source": "/out/server"]
      )
    ],
    bad: [
      CheckExample(
        "FROM node:26 AS builder\nWORKDIR /app\nRUN npm run build\n"
          + "FROM nginx:alpine\n⟦COPY --from=builder /app/dist /usr/share/nginx/html⟧\n",
        with: ["name": "builder", "path": "/usr/share/nginx/html", "source": "/app/build"]
      ),
      CheckExample(
        "FROM node:26 AS builder\nRUN npm run build\n"
          + "FROM nginx:alpine\n⟦COPY --from=builder /app/dist /usr/share/nginx/html⟧\n",
        with: ["name": "builder", "path": "/usr/share/nginx/html"]
      ),
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN go build -o /out/server .\nFROM scratch\n⟦COPY server /server⟧\n",
        with: ["name": "builder", "path": "/server"]
      ),
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN go build -o /out/server .\n⟦FROM scratch⟧\n",
        with: ["name": "builder"]
      ),
    ]
  ) { name, path, source in
    { image in
      guard let stage = image.build.stages.last(where: { $0.isNamed && $0.name == name.lowercased() }) else {
        return .failed(StageSelector.named(name).missing(in: image))
      }
      let here = image.state.files.items.filter { item in path.map { PathText.areNested(item.path, $0) } ?? true }
      let found = here.filter { $0.lineage.contains(stage.index) }
      if let item = found.first(where: { item in
        source.map { image.isTaken(item, from: $0, of: stage.index) } ?? true
      }) {
        return .passed("\(item.path) comes from \(name)", at: item.origin.range)
      }
      if stage.index != image.build.target, image.state.chain.contains(stage.index) {
        return .passed("the stage starts from \(name)", at: image.fromRange)
      }
      if let missing = image.missingSources.first(where: { $0.stage == stage.index }) {
        return .failed(.missing(missing, in: image))
      }
      if let item = found.first, let source {
        return .failed(
          Finding(
            "another path of \(name)",
            "\(item.path) is taken from another path of \(name) than \(source)",
            at: item.origin.range,
            fix: "COPY --from=\(name) \(source) …",
            values: ["actual": name]
          )
        )
      }
      let place = path.map { " at \($0)" } ?? ""
      return .failed(
        Finding(
          "nothing\(place) comes from \(name)",
          "nothing in the image\(place) comes from the stage \(name)",
          at: path == nil ? image.fromRange : here.last?.origin.range ?? image.fromRange,
          fix: "COPY --from=\(name) … \(path ?? "…")",
          values: ["actual": here.last.map { image.source(of: $0) } ?? "nothing"]
        )
      )
    }
  }
}

extension Finding {
  /// What is taken from a stage that never makes it.
  static func missing(_ missing: MissingSource, in image: JudgedImage) -> Finding {
    let stage = image.build.stages[missing.stage].displayName
    return Finding(
      "\(missing.path) is never made",
      "\(stage) never makes \(missing.path)",
      at: missing.origin.range,
      label: "the build stops here",
      fix: missing.made.map { "COPY --from=\(stage) \($0) …" } ?? "copy the path at which \(stage) puts its work",
      values: ["actual": "nothing"]
    )
  }
}

extension JudgedImage {
  /// Where a file comes from, for people.
  func source(of item: FileItem) -> String {
    if let stage = item.lineage.last { return build.stages[stage].displayName }
    switch item.content {
    case .context: return "the build context"
    case .image(let reference, _): return reference.familiarName
    case .inline: return "the Dockerfile"
    case .download(let address): return address
    case .modules, .output, .base: return "the stage itself"
    }
  }
}
