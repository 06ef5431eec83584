import BuildModel
import ShellSyntax

extension Check {
  package static let healthcheck = Check(
    id: "healthcheck",
    title: "Say when the container is healthy",
    rationale: "without a health check Docker only knows that the process exists, not that it answers",
    good: [
      "FROM node:26-alpine\nHEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/ || exit 1\n",
      "FROM node:26-alpine AS base\nHEALTHCHECK CMD [\"node\", \"probe.js\"]\nFROM base\n",
    ],
    bad: [
      "⟦FROM node:26-alpine⟧\n",
      "FROM node:26-alpine\nHEALTHCHECK CMD node probe.js\n⟦HEALTHCHECK NONE⟧\n",
      "FROM node:26-alpine\n⟦HEALTHCHECK CMD wget -q http://127.0.0.1:3000/ || true⟧\n",
      "FROM node:26-alpine\n⟦HEALTHCHECK CMD node --version || exit 1⟧\n",
      "FROM node:26-alpine\n⟦HEALTHCHECK CMD [\"node\", \"-e\", \"process.exit(0)\"]⟧\n",
    ]
  ) { image in
    guard let probe = image.healthProbe else { return withoutOwn(image) }
    let line = image.line(of: probe.origin)
    if probe.isDisabled {
      return .failed(
        Finding(
          "HEALTHCHECK NONE",
          "HEALTHCHECK NONE at line \(line) switches the health check off",
          at: probe.origin.range,
          fix: example
        )
      )
    }
    if !probe.trace.ending.canFail || probe.asksNothing {
      return .failed(
        Finding(
          "a probe that can never fail",
          "this probe can never fail, so the container is always called healthy",
          at: probe.origin.range,
          label: probe.asksNothing ? "asks nothing of the application" : "always ends with status 0",
          fix: example
        )
      )
    }
    return .passed(praise(probe))
  }

  private static let example = "HEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/health || exit 1"

  private static func withoutOwn(_ image: JudgedImage) -> Outcome {
    if image.base.facts?.hasHealthcheck == true { return .passed("inherited from \(image.base.name)") }
    return .failed(
      Finding("no HEALTHCHECK at all", "the final image has no HEALTHCHECK", at: image.fromRange, fix: example)
    )
  }

  private static func praise(_ probe: HealthProbe) -> String {
    let interval = probe.probe.interval == 0 ? 30_000_000_000 : probe.probe.interval
    return "every \(DurationText.short(interval)), \(probe.probe.test.dropFirst().joined(separator: " "))"
  }
}
