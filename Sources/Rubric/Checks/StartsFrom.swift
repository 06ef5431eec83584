import BuildModel
import DockerfileSyntax

extension Check {
  package static let startsFrom = Check(
    id: "starts-from",
    title: "Go on from another stage",
    rationale: "a stage that starts from another one has its files and its cache, and repeats nothing",
    parameters: .text("name", "the stage that it starts from, directly or through others"),
    good: [
      CheckExample(
        "FROM node:26 AS builder\nRUN npm ci\nFROM builder AS test\nRUN npm test\nFROM node:26-alpine\n",
        with: ["name": "builder"],
        of: .named("test")
      )
    ],
    bad: [
      CheckExample(
        "FROM node:26 AS builder\nRUN npm ci\nFROM ⟦node:26⟧ AS test\nRUN npm test\n",
        with: ["name": "builder"]
      )
    ]
  ) { name in
    { image in
      guard let stage = image.build.stages.last(where: { $0.isNamed && $0.name == name.lowercased() }) else {
        return .failed(StageSelector.named(name).missing(in: image))
      }
      if stage.index != image.build.target, image.state.chain.contains(stage.index) {
        return .passed("starts from \(name)", at: image.fromRange)
      }
      return .failed(
        Finding(
          "the stage does not start from \(name)",
          "\(image.stage.displayName) starts from \(image.base.name), not from \(name)",
          at: image.stage.syntax.from.base.range,
          fix: "FROM \(name) AS \(image.stage.displayName)"
        )
      )
    }
  }
}
