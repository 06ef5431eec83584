import BuildModel
import Linting

extension Check {
  package static let lintClean = Check(
    id: "lint-clean",
    title: "Pass Docker's own build checks",
    rationale: "`docker build --check` warns of what works today and is wrong, dated or easily misread",
    subject: .file,
    parameters: .optional(
      .choices("rules", of: lintRules.map(\.name), "only these of Docker's checks; without it all that are on")
    ),
    publishes: ["rule"],
    good: [
      "FROM node:26-alpine AS app\nCMD [\"node\", \"server.js\"]\n",
      CheckExample("FROM node:26-alpine\nMAINTAINER me\n", with: ["rules": ["StageNameCasing"]]),
    ],
    bad: [
      "FROM node:26-alpine\nCMD ⟦node server.js⟧\n",
      CheckExample("FROM --platform=⟦$TARGETPLATFORM⟧ alpine:3.24\n", with: ["rules": ["RedundantTargetPlatform"]]),
    ]
  ) { rules in
    let asked = rules.map { Set($0) }
    return { image in
      let result = Linter().lint(image.document)
      let findings = result.findings.filter { asked?.contains($0.rule.name) ?? true }
      guard let first = findings.first else { return .passed("Docker's build checks find nothing") }
      let more = findings.count - 1
      return .failed(
        Finding(
          first.rule.name,
          first.message + (more > 0 ? " (and \(more) more)" : ""),
          at: first.range,
          fix: first.suggestion,
          values: ["rule": first.rule.name]
        )
      )
    }
  }

  /// Those that the Dockerfile alone decides.
  private static let lintRules = LintRule.allCases.filter { $0.requirement == nil }
}
