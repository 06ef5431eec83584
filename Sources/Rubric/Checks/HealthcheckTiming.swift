import BuildModel

extension Check {
  package static let healthcheckTiming = Check(
    id: "healthcheck-timing",
    title: "Ask often enough, and give time to start",
    rationale:
      "the defaults ask every 30 seconds, wait 30 seconds for an answer, and count failures from the first moment",
    needs: ["healthcheck"],
    parameters: .optional(.duration("longest-interval", "between two probes, at most")),
    .optional(.duration("longest-timeout", "for one probe, at most")),
    .optional(.duration("shortest-start-period", "in which failures do not count, at least")),
    .optional(.integer("most-retries", in: 1...100, "failures until it is unhealthy, at most")),
    publishes: ["actual"],
    good: [
      CheckExample(
        "FROM node:26-alpine\nHEALTHCHECK --interval=10s --timeout=3s --start-period=15s CMD node probe.js\n",
        with: ["longest-interval": "30s", "longest-timeout": "5s", "shortest-start-period": "10s"]
      )
    ],
    bad: [
      CheckExample(
        "FROM node:26-alpine\n⟦HEALTHCHECK --interval=5m CMD node probe.js⟧\n",
        with: ["longest-interval": "1m"]
      ),
      CheckExample("FROM node:26-alpine\n⟦HEALTHCHECK CMD node probe.js⟧\n", with: ["shortest-start-period": "5s"]),
    ]
  ) { interval, timeout, startPeriod, retries in
    { image in
      guard let probe = image.healthProbe, !probe.isDisabled else {
        return .notJudged(Finding("no HEALTHCHECK in the file", "the file sets no health check", at: image.fromRange))
      }
      let set = probe.probe
      // What Docker takes where nothing is written.
      let times = (set.interval == 0 ? 30_000_000_000 : set.interval, set.timeout == 0 ? 30_000_000_000 : set.timeout)
      let tries = set.retries == 0 ? 3 : set.retries
      let wrong: [(text: String, flag: String)?] = [
        interval.flatMap {
          $0 < times.0 ? ("an interval of \(DurationText.short(times.0))", "--interval=\(DurationText.short($0))") : nil
        },
        timeout.flatMap {
          $0 < times.1 ? ("a timeout of \(DurationText.short(times.1))", "--timeout=\(DurationText.short($0))") : nil
        },
        startPeriod.flatMap {
          $0 > set.startPeriod
            ? ("a start period of \(DurationText.short(set.startPeriod))", "--start-period=\(DurationText.short($0))")
            : nil
        },
        retries.flatMap { $0 < tries ? ("\(tries) retries", "--retries=\($0)") : nil },
      ]
      guard let first = wrong.compactMap({ $0 }).first else { return .passed("the times are right") }
      return .failed(
        Finding(
          "times that do not fit",
          "the health check has \(first.text)",
          at: probe.origin.range,
          fix: "HEALTHCHECK \(first.flag) …",
          values: ["actual": first.text]
        )
      )
    }
  }
}
