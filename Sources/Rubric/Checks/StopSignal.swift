import BuildModel

extension Check {
  package static let stopSignal = Check(
    id: "stop-signal",
    title: "End the application with the signal that it understands",
    rationale: "a server that gets another signal than it waits for drops its open requests",
    parameters: .text("signal", "its name or number: SIGQUIT"),
    publishes: ["actual"],
    good: [
      CheckExample("FROM nginx:alpine\nSTOPSIGNAL SIGQUIT\n", with: ["signal": "SIGQUIT"])
    ],
    bad: [
      CheckExample("FROM alpine:3.24\n⟦STOPSIGNAL SIGKILL⟧\n", with: ["signal": "SIGTERM"])
    ]
  ) { signal in
    { image in
      let actual = image.image.stopSignal
      if actual.uppercased() == signal.uppercased() { return .passed("stops with \(actual)") }
      guard let origin = image.state.origins[.stopSignal] else {
        return .notJudged(
          Finding("no STOPSIGNAL in the file", "the base image decides with which signal it stops", at: image.fromRange)
        )
      }
      return .failed(
        Finding(
          "another signal",
          "the container is stopped with \(actual)",
          at: origin.range,
          fix: "STOPSIGNAL \(signal)",
          values: ["actual": actual]
        )
      )
    }
  }
}
