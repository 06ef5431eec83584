import BuildModel

extension Check {
  package static let buildToolsAbsent = Check(
    id: "build-tools-absent",
    title: "Leave compilers and build tools behind",
    rationale: "what builds the application is larger than the application, and lets an intruder build things too",
    publishes: ["found"],
    good: [
      "FROM golang:1.26 AS builder\nRUN go build -o /server .\nFROM scratch\nCOPY --from=builder /server /server\n",
      "FROM eclipse-temurin:21-jre\nCOPY app.jar /app.jar\n",
    ],
    bad: [
      "FROM ⟦golang:1.26⟧\nRUN go build -o /server .\n",
      "FROM ⟦python:3.13-slim⟧\nRUN apt-get update && apt-get install -y gcc\n",
    ]
  ) { image in
    let found = image.buildPrograms.map(\.name)
    if let first = found.first {
      return .failed(
        Finding(
          "build tools in the image",
          "the image has \(found.prefix(4).joined(separator: ", "))\(found.count > 4 ? ", …" : "")",
          at: image.baseRange,
          label: "\(first) is not needed to run",
          fix: "build in an earlier stage, and copy the result into a small image",
          values: ["found": found.joined(separator: ", ")]
        )
      )
    }
    guard image.state.programs.has("gcc") != nil else {
      return .notJudged(
        Finding("unknown programs", "which programs \(image.base.name) has is not known", at: image.baseRange)
      )
    }
    return .passed("no compiler or build tool is in the image")
  }
}
