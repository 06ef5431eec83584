import BuildModel
import DockerfileSyntax

extension Check {
  package static let stageComments = Check(
    id: "stage-comments",
    title: "Say what each stage is for",
    rationale: "who comes to the file next year should not have to guess why a stage is there",
    subject: .file,
    countsParts: true,
    good: [
      CheckExample(
        "# Compiles the server.\nFROM golang:1.26 AS builder\nRUN go build -o /server .\n"
          + "# What is shipped.\nFROM scratch\nCOPY --from=builder /server /server\n",
        isAboutAllStages: true
      )
    ],
    bad: [
      CheckExample(
        "# Compiles the server.\nFROM golang:1.26 AS builder\nRUN go build -o /server .\n"
          + "⟦FROM scratch⟧\nCOPY --from=builder /server /server\n",
        isAboutAllStages: true
      )
    ]
  ) { image in
    let document = image.document
    let bare = image.build.stages.filter { stage in
      document[document.nodes[stage.syntax.instructions.lowerBound].comments].isEmpty
    }
    guard let first = bare.first else { return .passed("every stage has a comment above its FROM") }
    let count = image.build.stages.count
    return .failed(
      Finding(
        "a stage without a comment",
        "no comment above its FROM says what \(first.displayName) is for",
        at: first.range,
        fix: "a line above it, such as: # Compiles the frontend.",
        share: Share(count - bare.count, of: count)
      )
    )
  }
}
