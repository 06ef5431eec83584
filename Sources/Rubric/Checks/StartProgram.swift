import BuildModel

extension Check {
  package static let startProgram = Check(
    id: "start-program",
    title: "Start the right program",
    rationale: "what a container starts is the last ENTRYPOINT with the last CMD behind it, the base image's included",
    parameters: .text("program", "its name, or its path"),
    .optional(.texts("arguments", "words that must stand behind it")),
    publishes: ["actual"],
    good: [
      CheckExample(
        "FROM node:26-alpine\nCMD [\"node\", \"server/index.js\"]\n",
        with: ["program": "node", "arguments": ["server/index.js"]]
      ),
      CheckExample("FROM nginx:alpine\n", with: ["program": "nginx"]),
      CheckExample("FROM eclipse-temurin:21-jre\nCMD exec java -jar app.jar\n", with: ["program": "java"]),
    ],
    bad: [
      CheckExample("FROM node:26-alpine\n⟦CMD [\"npm\", \"start\"]⟧\n", with: ["program": "node"]),
      CheckExample("⟦FROM scratch⟧\nCOPY server /server\n", with: ["program": "/server"]),
    ]
  ) { program, arguments in
    { image in
      guard let start = image.startCommand else {
        if image.base.isUnknown {
          return .notJudged(
            Finding("an unknown base image", "what \(image.base.name) starts is not known", at: image.fromRange)
          )
        }
        return .failed(
          Finding(
            "nothing is started",
            "neither the file nor the base image says what to start",
            at: image.fromRange,
            fix: "CMD [\"\(program)\"]",
            values: ["actual": "nothing"]
          )
        )
      }
      let application = (start.application ?? []).map { $0 ?? "…" }
      let isRight = application.first.map { $0 == program || PathText.lastComponent($0) == program } ?? false
      let missing = (arguments ?? []).filter { !application.dropFirst().contains($0) }
      let text = application.joined(separator: " ")
      if isRight, missing.isEmpty { return .passed("starts `\(text)`", at: start.origin?.range) }
      return .failed(
        Finding(
          isRight ? "an argument is missing" : "another program is started",
          isRight
            ? "`\(text)` lacks \(missing.joined(separator: ", "))" : "the container starts `\(text)`, not \(program)",
          at: start.origin?.range ?? image.fromRange,
          fix: "CMD [\(([program] + (arguments ?? [])).map { "\"\($0)\"" }.joined(separator: ", "))]",
          values: ["actual": text]
        )
      )
    }
  }
}
