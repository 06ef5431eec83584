import BuildModel

extension Check {
  package static let matchingRelease = Check(
    id: "matching-release",
    title: "Build and run with the same release",
    rationale: "packages that one release of a language installs are not always found or loaded by another",
    parameters: .text("name", "the stage to compare with"),
    publishes: ["actual", "other"],
    good: [
      CheckExample(
        "FROM python:3.13 AS builder\nRUN pip install flask\nFROM python:3.13-slim\n",
        with: ["name": "builder"]
      )
    ],
    bad: [
      CheckExample(
        "FROM python:3.12 AS builder\nRUN pip install flask\nFROM ⟦python:3.13-slim⟧\n",
        with: ["name": "builder"]
      )
    ]
  ) { name in
    { image in
      guard let stage = image.build.stages.last(where: { $0.isNamed && $0.name == name.lowercased() }) else {
        return .failed(StageSelector.named(name).missing(in: image))
      }
      guard let own = image.base.release, let other = image.base(of: stage).release else {
        return .notJudged(
          Finding("a base without a release", "a base image does not name its release", at: image.baseRange)
        )
      }
      if own == other { return .passed("both start from \(own.version)") }
      let names = [image.base.name, image.base(of: stage).name]
      return .failed(
        Finding(
          "different releases",
          "\(image.stage.displayName) starts from \(names[0]), \(name) from \(names[1])",
          at: image.baseRange,
          fix: "the same release in both",
          values: ["actual": names[0], "other": names[1]]
        )
      )
    }
  }
}
