import BuildModel

extension Check {
  package static let environmentInstall = Check(
    id: "environment-install",
    title: "Install into the environment that is shipped",
    rationale:
      "pip installs for the Python that runs it: without PATH that is the system's, and the environment stays empty",
    parameters: .path("path", "the virtual environment, or the folder that packages are installed to"),
    good: [
      CheckExample(
        "FROM python:3.13\nRUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\n"
          + "RUN pip install -r requirements.txt\n",
        with: ["path": "/opt/venv"]
      ),
      CheckExample(
        "FROM python:3.13\nRUN python -m venv /opt/venv && /opt/venv/bin/pip install -r requirements.txt\n",
        with: ["path": "/opt/venv"]
      ),
      CheckExample(
        "FROM python:3.13\nRUN pip install --prefix=/install -r requirements.txt\n",
        with: ["path": "/install"]
      ),
    ],
    bad: [
      CheckExample(
        "FROM python:3.13\nRUN python -m venv /opt/venv\nRUN ⟦pip install -r requirements.txt⟧\n",
        with: ["path": "/opt/venv"]
      ),
      CheckExample(
        "⟦FROM python:3.13⟧\nENV PATH=/opt/venv/bin:$PATH\nRUN pip install -r requirements.txt\n",
        with: ["path": "/opt/venv"]
      ),
      CheckExample("⟦FROM python:3.13⟧\nRUN python -m venv /opt/venv\n", with: ["path": "/opt/venv"]),
    ]
  ) { path in
    { image in
      switch image.environmentInstall(at: path) {
      case .installed(let step): return .passed("`\(step.command)` installs into \(path)", at: step.range)
      case .elsewhere(let step):
        return .failed(
          Finding(
            "installed beside the environment",
            "`\(step.command)` installs for another Python than that of \(path)",
            at: step.range,
            label: "\(path) stays empty",
            fix: "ENV PATH=\(path)/bin:$PATH above it, or \(path)/bin/pip install …"
          )
        )
      case .empty:
        return .failed(
          Finding(
            "nothing is installed",
            "\(path) is made, and nothing is installed into it",
            at: image.fromRange,
            fix: "RUN \(path)/bin/pip install -r requirements.txt"
          )
        )
      case .missing:
        return .failed(
          Finding(
            "no environment at \(path)",
            "no RUN of \(image.stage.displayName) makes an environment at \(path)",
            at: image.fromRange,
            fix: "RUN python -m venv \(path)"
          )
        )
      case .unknown(let step):
        return .notJudged(
          Finding("an unknown environment", "where `\(step.command)` installs to cannot be told", at: step.range)
        )
      }
    }
  }
}
