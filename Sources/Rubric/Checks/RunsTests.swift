import BuildModel

extension Check {
  package static let runsTests = Check(
    id: "runs-tests",
    title: "Run the tests in the build",
    rationale: "a build that runs the tests stops when they fail, on every machine in the same way",
    good: [
      CheckExample("FROM node:26 AS test\nCOPY . .\nRUN npm ci && npm test\nFROM node:26-alpine\n", of: .named("test")),
      CheckExample("FROM maven:3.9-eclipse-temurin-21\nCOPY . .\nRUN mvn verify\n"),
    ],
    bad: [
      CheckExample("⟦FROM node:26 AS test⟧\nCOPY . .\nRUN npm ci\n", of: .named("test")),
      CheckExample("⟦FROM maven:3.9-eclipse-temurin-21⟧\nCOPY . .\nRUN mvn package -DskipTests\n"),
      CheckExample("FROM node:26 AS test\nRUN ⟦npm test⟧ || true\n", of: .named("test")),
    ]
  ) { image in
    let tests = image.ownTests
    if let test = tests.last(where: { !$0.isIgnored }) {
      return .passed("`\(test.step.command)` runs the tests", at: test.step.range)
    }
    if let ignored = tests.last {
      return .failed(
        Finding(
          "tests that cannot fail the build",
          "the RUN succeeds whatever `\(ignored.step.command)` says",
          at: ignored.step.range,
          label: "its failure is ignored",
          fix: "RUN \(ignored.step.command)"
        )
      )
    }
    return .failed(
      Finding(
        "no tests are run",
        "no RUN of \(image.stage.displayName) runs tests",
        at: image.fromRange,
        fix: "RUN npm test, or what runs the project's tests"
      )
    )
  }
}
