import BuildModel
import Diagnostics

extension Check {
  package static let stageExists = Check(
    id: "stage-exists",
    title: "Name a stage as others expect it",
    rationale: "`--target` and scripts find a stage by its name alone",
    subject: .file,
    parameters: .text("name", "the stage's name; capital and small letters are the same"),
    publishes: ["actual"],
    good: [
      CheckExample("FROM node:26 AS test\nRUN npm test\nFROM node:26-alpine\n", with: ["name": "test"])
    ],
    bad: [
      CheckExample("FROM node:26 AS tests\nRUN npm test\n⟦FROM node:26-alpine⟧\n", with: ["name": "test"])
    ]
  ) { name in
    { image in
      let names = image.build.stages.filter(\.isNamed).map(\.name)
      if names.contains(name.lowercased()) { return .passed("there is a stage \(name)") }
      let nearest = NearestName.of(name.lowercased(), in: names)
      return .failed(
        Finding(
          "no stage \(name)",
          "the file has no stage called \(name)" + (nearest.map { ", but one called \($0)" } ?? ""),
          at: image.fromRange,
          fix: "FROM … AS \(name)",
          values: ["actual": names.joined(separator: ", ")]
        )
      )
    }
  }
}
