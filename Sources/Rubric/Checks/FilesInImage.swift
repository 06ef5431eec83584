import BuildModel
import Diagnostics

extension Check {
  package static let filesInImage = Check(
    id: "files-in-image",
    title: "Bring along what the application needs",
    rationale: "a stage begins with its base image alone: whatever else is needed has to be copied",
    parameters: .paths("paths", "files or folders that must be there"),
    publishes: ["missing"],
    countsParts: true,
    good: [
      CheckExample(
        "FROM node:26 AS builder\nRUN npm run build\nFROM nginx:alpine\n"
          + "COPY --from=builder /build /usr/share/nginx/html\nCOPY nginx.conf /etc/nginx/conf.d/default.conf\n",
        with: ["paths": ["/usr/share/nginx/html", "/etc/nginx/conf.d/default.conf"]]
      )
    ],
    bad: [
      CheckExample(
        "⟦FROM node:26-alpine⟧\nWORKDIR /app\nCOPY server ./server\n",
        with: ["paths": ["/app/server", "/app/package.json"]]
      )
    ]
  ) { paths in
    { image in
      var missing: [String] = []
      var unknown: [String] = []
      var notes: [Diagnostic] = []
      for path in paths where path != image.state.directory {
        switch image.presence(of: path) {
        case .present: continue
        case .possible(let item): notes.append(.onTrust(path, item))
        case .unknown: unknown.append(path)
        case .absent: missing.append(path)
        }
      }
      if let first = missing.first {
        return .failed(
          Finding(
            "\(first) is not in the image",
            "nothing puts \(missing.joined(separator: ", ")) into the image",
            at: image.fromRange,
            fix: "COPY … \(first)",
            values: ["missing": missing.joined(separator: ", ")],
            share: Share(paths.count - missing.count - unknown.count, of: paths.count)
          )
        )
      }
      if let first = unknown.first {
        let message = "whether \(first) is in the image cannot be told: no instruction puts it there by name"
        return .notJudged(Finding("a file that only a RUN may make", message, at: image.fromRange))
      }
      return .passed("\(paths.joined(separator: ", ")) \(paths.count == 1 ? "is" : "are") there", notes: notes)
    }
  }
}

extension Diagnostic {
  fileprivate static func onTrust(_ path: String, _ item: FileItem) -> Diagnostic {
    Diagnostic(
      .note,
      rule: "files-in-image",
      "\(path) comes along if the copied folder holds it",
      at: item.origin.range
    )
  }
}
