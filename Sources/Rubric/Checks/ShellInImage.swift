import BuildModel

extension Check {
  package static let shellInImage = Check(
    id: "shell-in-image",
    title: "Decide whether the image has a shell",
    rationale: "a shell helps who looks for a mistake, and who breaks in",
    parameters: .boolean("present", otherwise: true, "whether there must be one"),
    good: [
      "FROM node:26-alpine\n",
      CheckExample("FROM gcr.io/distroless/nodejs24-debian12\n", with: ["present": false]),
    ],
    bad: [
      CheckExample("FROM ⟦node:26-alpine⟧\n", with: ["present": false]),
      "FROM ⟦scratch⟧\nCOPY server /server\n",
    ]
  ) { isWanted in
    { image in
      guard let hasShell = image.hasShell else {
        return .notJudged(
          Finding("an unknown base image", "whether \(image.base.name) has a shell is not known", at: image.baseRange)
        )
      }
      let message = hasShell ? "\(image.base.name) has a shell" : "there is no shell in the image"
      if hasShell == isWanted { return .passed(message, at: image.baseRange) }
      return .failed(
        Finding(
          hasShell ? "a shell in the image" : "no shell in the image",
          message,
          at: image.baseRange,
          fix: hasShell ? "a distroless image, or scratch for a static program" : "an -alpine or -slim image"
        )
      )
    }
  }
}
