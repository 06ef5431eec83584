import BuildModel

extension Check {
  package static let targetSkips = Check(
    id: "target-skips",
    title: "Keep a stage off the default path",
    rationale:
      "a stage that only tests or debugs should run when it is asked for, and never hold up or enter the image",
    subject: .file,
    parameters: .text("name", "the stage's name"),
    good: [
      CheckExample(
        "FROM node:26 AS builder\nRUN npm run build\nFROM builder AS test\nRUN npm test\n"
          + "FROM nginx:alpine\nCOPY --from=builder /build /usr/share/nginx/html\n",
        with: ["name": "test"]
      )
    ],
    bad: [
      CheckExample(
        "FROM node:26 AS builder\nRUN npm run build\nFROM builder AS debug\nRUN npm test\n"
          + "⟦FROM debug⟧\nCMD [\"node\", \"server.js\"]\n",
        with: ["name": "debug"]
      ),
      CheckExample("⟦FROM node:26-alpine⟧\n", with: ["name": "test"]),
    ]
  ) { name in
    { image in
      guard let stage = image.build.stages.last(where: { $0.isNamed && $0.name == name.lowercased() }) else {
        return .failed(StageSelector.named(name).missing(in: image))
      }
      if image.build.states[stage.index] == nil { return .passed("the image does not need \(name)", at: stage.range) }
      let isTarget = stage.index == image.build.target
      return .failed(
        Finding(
          isTarget ? "\(name) is what is built by default" : "the image needs \(name)",
          isTarget ? "\(name) is the last stage, so it is what is built by default" : "the image is built from \(name)",
          at: image.fromRange,
          fix: isTarget ? "move it before the final stage" : "start the final stage from an image of its own"
        )
      )
    }
  }
}
