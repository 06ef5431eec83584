import BuildModel

extension Check {
  package static let unmovedCopy = Check(
    id: "unmoved-copy",
    title: "Copy it to the path where it was made",
    rationale: "a virtual environment and other installed trees hold absolute paths, and work nowhere else",
    parameters: .path("path", "the folder, in both stages"),
    publishes: ["actual"],
    good: [
      CheckExample(
        """
        FROM python:3.13 AS builder
        RUN python -m venv /opt/venv
        FROM python:3.13-slim
        COPY --from=builder /opt/venv /opt/venv

        """,
        with: ["path": "/opt/venv"]
      )
    ],
    bad: [
      CheckExample(
        """
        FROM python:3.13 AS builder
        RUN python -m venv /opt/venv
        FROM python:3.13-slim
        ⟦COPY --from=builder /opt/venv /app/venv⟧

        """,
        with: ["path": "/opt/venv"]
      ),
      CheckExample("⟦FROM python:3.13-slim⟧\nRUN python -m venv /venv\n", with: ["path": "/opt/venv"]),
    ]
  ) { path in
    { image in
      let copied = image.state.files.items.filter { $0.pathBefore == path }
      if copied.contains(where: { $0.path == path }) { return .passed("\(path) is copied to the same path") }
      let moved = copied.first
      return .failed(
        Finding(
          moved == nil ? "\(path) is not copied" : "\(path) is moved",
          moved.map { "\(path) of an earlier stage lies at \($0.path)" }
            ?? "nothing copies \(path) from an earlier stage",
          at: moved?.origin.range ?? image.fromRange,
          fix: "COPY --from=… \(path) \(path)",
          values: ["actual": moved?.path ?? "nowhere"]
        )
      )
    }
  }
}

extension FileItem {
  /// Where it lay in the stage that it was copied from.
  fileprivate var pathBefore: String? {
    switch content {
    case .output(_, let path), .base(_, let path): path
    case .context, .image, .inline, .download, .modules: nil
    }
  }
}
