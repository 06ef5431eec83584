import BuildModel

extension Check {
  package static let executableFile = Check(
    id: "executable-file",
    title: "Let the file be executed",
    rationale: "a script that lost its execute bit on the way into the image is refused with “permission denied”",
    parameters: .path("path", "a program or script in the image"),
    good: [
      CheckExample("FROM alpine:3.24\nCOPY --chmod=755 start.sh /start.sh\n", with: ["path": "/start.sh"]),
      CheckExample("FROM alpine:3.24\nCOPY start.sh /start.sh\nRUN chmod +x /start.sh\n", with: ["path": "/start.sh"]),
    ],
    bad: [
      CheckExample("FROM alpine:3.24\n⟦COPY --chmod=644 start.sh /start.sh⟧\n", with: ["path": "/start.sh"]),
      CheckExample(
        "FROM alpine:3.24\nCOPY --chmod=755 start.sh /start.sh\nRUN ⟦chmod 644 /start.sh⟧\n",
        with: ["path": "/start.sh"]
      ),
    ]
  ) { path in
    { image in
      switch image.executability(of: path) {
      case .yes: return .passed("\(path) may be executed")
      case .no(let range):
        return .failed(
          Finding(
            "no execute bit",
            "\(path) may not be executed",
            at: range,
            fix: "COPY --chmod=755 … \(path)"
          )
        )
      case .unknown:
        return .notJudged(
          Finding(
            "the rights of the file on the disk",
            "whether \(path) may be executed depends on the file that is copied",
            at: image.fromRange,
            fix: "COPY --chmod=755 … \(path)"
          )
        )
      }
    }
  }
}
