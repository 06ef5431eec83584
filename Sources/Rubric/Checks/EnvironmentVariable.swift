import BuildModel

extension Check {
  package static let environmentVariable = Check(
    id: "environment-variable",
    title: "Set the variables that the application reads",
    rationale: "ENV of an earlier stage and ARG are gone when the container starts",
    parameters: .text("name", "the variable's name"),
    .optional(.text("value", "what it must be; any value when it is left out")),
    publishes: ["actual"],
    good: [
      CheckExample(
        "FROM node:26-alpine\nENV NODE_ENV=production\n",
        with: ["name": "NODE_ENV", "value": "production"]
      ),
      CheckExample("FROM node:26-alpine\nARG LEVEL=info\nENV RUST_LOG=$LEVEL\n", with: ["name": "RUST_LOG"]),
    ],
    bad: [
      CheckExample("⟦FROM node:26-alpine⟧\nARG RUST_LOG=info\n", with: ["name": "RUST_LOG"]),
      CheckExample(
        "FROM node:26-alpine\n⟦ENV NODE_ENV=test⟧\n",
        with: ["name": "NODE_ENV", "value": "production"]
      ),
    ]
  ) { name, wanted in
    { image in
      let value = image.variable(name)
      if let value, wanted == nil || value == wanted { return .passed("\(name) is `\(value)`") }
      if value == nil, image.base.isUnknown {
        return .notJudged(
          Finding("an unknown base image", "what \(image.base.name) sets is not known", at: image.fromRange)
        )
      }
      return .failed(
        Finding(
          value == nil ? "\(name) is not set" : "\(name) has another value",
          value.map { "\(name) is `\($0)` in \(image.stage.displayName)" }
            ?? "\(name) is not set in \(image.stage.displayName)",
          at: value.flatMap { _ in image.state.variableOrigins[name]?.range } ?? image.fromRange,
          fix: "ENV \(name)=\(wanted ?? "…")",
          values: ["actual": value ?? "not set"]
        )
      )
    }
  }
}
