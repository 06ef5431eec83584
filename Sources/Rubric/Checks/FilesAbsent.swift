import BuildModel

extension Check {
  package static let filesAbsent = Check(
    id: "files-absent",
    title: "Leave behind what the image does not need",
    rationale: "tests, settings and sources make an image larger, and tell an intruder how it works",
    parameters: .paths("paths", "files or folders that must not be copied; what a RUN makes by itself is not seen"),
    publishes: ["found"],
    countsParts: true,
    good: [
      CheckExample(
        "FROM node:26-alpine\nWORKDIR /app\nCOPY server ./server\n",
        with: ["paths": ["/app/test", "/app/src"]]
      )
    ],
    bad: [
      CheckExample(
        "FROM node:26-alpine\nWORKDIR /app\nCOPY server ./server\n⟦COPY test ./test⟧\n",
        with: ["paths": ["/app/test", "/app/src"]]
      )
    ]
  ) { paths in
    { image in
      var found: [(path: String, item: FileItem)] = []
      var possible: [(path: String, item: FileItem)] = []
      for path in paths {
        switch image.presence(of: path) {
        case .present(let item): found.append((path, item))
        case .possible(let item): possible.append((path, item))
        case .unknown, .absent: continue
        }
      }
      if let first = found.first {
        let names = found.map(\.path).joined(separator: ", ")
        return .failed(
          Finding(
            "\(first.path) is in the image",
            "\(names) \(found.count == 1 ? "is" : "are") in the image",
            at: first.item.origin.range,
            fix: "copy only what is needed to run",
            values: ["found": names],
            share: Share(paths.count - found.count - possible.count, of: paths.count)
          )
        )
      }
      if let first = possible.first {
        return .notJudged(
          Finding(
            "a whole folder is copied",
            "whether \(first.path) is in the image depends on what the copied folder holds",
            at: first.item.origin.range,
            fix: "copy what is needed by name"
          )
        )
      }
      return .passed("nothing copies \(paths.joined(separator: ", "))")
    }
  }
}
