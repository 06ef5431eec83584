import BuildModel

extension Check {
  package static let needsStage = Check(
    id: "needs-stage",
    title: "Make the image wait for a stage",
    rationale: "BuildKit only runs what the target needs: a stage that must succeed first has to be on its path",
    parameters: .text("name", "the stage that must be built first"),
    good: [
      CheckExample(
        "FROM node:26 AS test\nRUN npm test && touch /passed\nFROM node:26-alpine\nCOPY --from=test /passed /passed\n",
        with: ["name": "test"]
      )
    ],
    bad: [
      CheckExample("FROM node:26 AS test\nRUN npm test\n⟦FROM node:26-alpine⟧\n", with: ["name": "test"])
    ]
  ) { name in
    { image in
      guard let stage = image.build.stages.last(where: { $0.isNamed && $0.name == name.lowercased() }) else {
        return .failed(StageSelector.named(name).missing(in: image))
      }
      if stage.index != image.build.target, image.build.states[stage.index] != nil {
        return .passed("\(name) is built first", at: stage.range)
      }
      return .failed(
        Finding(
          "the image does not need \(name)",
          "nothing of \(name) is needed here, so the image is built without it",
          at: image.fromRange,
          fix: "COPY --from=\(name) …, or FROM \(name)"
        )
      )
    }
  }
}
