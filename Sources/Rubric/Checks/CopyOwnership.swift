import BuildModel

extension Check {
  package static let copyOwnership = Check(
    id: "copy-ownership",
    title: "Set owners while copying",
    rationale: "`chown -R` and `chmod -R` in a RUN store every file a second time",
    good: [
      "FROM node:26-alpine\nWORKDIR /app\nCOPY --chown=node:node . .\nUSER node\n"
    ],
    bad: [
      "FROM node:26-alpine\nWORKDIR /app\nCOPY . .\nRUN ⟦chown -R node:node /app⟧\nUSER node\n"
    ]
  ) { image in
    for command in image.ownCommands(of: ["chown", "chmod"]) {
      guard let program = command.words.first else { continue }
      guard command.words.contains(where: { $0 == "--recursive" || ($0.hasPrefix("-") && $0.contains("R")) }),
        command.words.dropFirst().contains(where: { image.hasCopied(to: $0, in: command.directory) })
      else { continue }
      return .failed(
        Finding(
          "\(program) -R over copied files",
          "`\(command.words.joined(separator: " "))` stores the copied files again",
          at: command.range,
          label: "another copy of every file",
          fix: program == "chown" ? "COPY --chown=node:node …" : "COPY --chmod=… …"
        )
      )
    }
    return .passed("no file is stored twice for its owner")
  }
}
