import BuildModel

extension Check {
  package static let copiedFrom = Check(
    id: "copied-from",
    title: "Take files from the right stage",
    rationale: "what a stage makes reaches another one only when it is copied",
    parameters: .text("name", "the stage that the files come from, directly or through others"),
    .optional(.path("path", "where they lie in the image; anywhere when it is left out")),
    publishes: ["actual"],
    good: [
      CheckExample(
        """
        FROM golang:1.26 AS builder
        RUN go build -o /out/server .
        FROM scratch
        COPY --from=builder /out/server /server

        """,
        with: ["name": "builder", "path": "/server"]
      )
    ],
    bad: [
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN go build -o /out/server .\nFROM scratch\n⟦COPY server /server⟧\n",
        with: ["name": "builder", "path": "/server"]
      ),
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN go build -o /out/server .\n⟦FROM scratch⟧\n",
        with: ["name": "builder"]
      ),
    ]
  ) { name, path in
    { image in
      guard let stage = image.build.stages.last(where: { $0.isNamed && $0.name == name.lowercased() }) else {
        return .failed(StageSelector.named(name).missing(in: image))
      }
      let here = image.state.files.items.filter { item in path.map { PathText.areNested(item.path, $0) } ?? true }
      if let item = here.first(where: { $0.lineage.contains(stage.index) }) {
        return .passed("\(item.path) comes from \(name)", at: item.origin.range)
      }
      if stage.index != image.build.target, image.state.chain.contains(stage.index) {
        return .passed("the stage starts from \(name)", at: image.fromRange)
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
