import BuildModel
import Diagnostics
import ShellSyntax

extension Check {
  package static let healthcheckProbe = Check(
    id: "healthcheck-probe",
    title: "Probe with a program that the image has",
    rationale: "a probe whose program is missing leaves the container unhealthy for ever",
    needs: ["healthcheck"],
    good: [
      "FROM node:26-alpine\nHEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/ || exit 1\n",
      "FROM node:26-slim\nHEALTHCHECK CMD [\"node\", \"probe.js\"]\n",
      "FROM node:26-alpine\nRUN apk add --no-cache curl\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/ || exit 1\n",
    ],
    bad: [
      "FROM node:26-alpine\n⟦HEALTHCHECK CMD curl -f http://127.0.0.1:3000/ || exit 1⟧\n",
      "FROM gcr.io/distroless/nodejs24-debian12\n⟦HEALTHCHECK CMD node probe.js⟧\n",
    ]
  ) { image in
    guard let probe = image.healthProbe else { return .passed("the base image brings its own") }
    if probe.isShellForm, image.hasShell == false {
      return .failed(
        Finding(
          "a shell form without a shell",
          "\(image.base.name) has no shell, and this probe is written in shell form",
          at: probe.origin.range,
          fix: "HEALTHCHECK CMD [\"/nodejs/bin/node\", \"healthcheck.js\"]"
        )
      )
    }
    if !probe.trace.ending.canSucceed {
      return .failed(
        Finding("a probe that can never succeed", "this probe always fails", at: probe.origin.range, fix: nil)
      )
    }
    if let program = probe.missing.first { return .failed(missing(program, probe, image)) }
    if let program = probe.programs.first(where: { $0.isPresent == nil }) {
      let message = "whether \(program.name) is in \(image.base.name) is not known"
      let note = Diagnostic(.note, rule: "healthcheck-probe", message, at: probe.origin.range)
      return .passed("\(program.name) is taken on trust", notes: [note])
    }
    let program = probe.programs.first { !$0.isUtility } ?? probe.programs.first
    return .passed(program.map { "\($0.name) is in the image" } ?? "the shell does it alone")
  }

  private static func missing(_ program: HealthProbe.Program, _ probe: HealthProbe, _ image: JudgedImage) -> Finding {
    let hasWget = image.state.programs.has("wget") == true
    return Finding(
      "\(program.name) is not in the image",
      "\(image.base.name) has no \(program.name), and no stage of this image installs it",
      at: probe.origin.range,
      label: "\(program.name) is missing",
      fix: hasWget
        ? "HEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/health || exit 1"
        : "HEALTHCHECK CMD [\"node\", \"healthcheck.js\"], with a small script that asks the server"
    )
  }
}
