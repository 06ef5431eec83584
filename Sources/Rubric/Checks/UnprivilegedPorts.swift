import BuildModel

extension Check {
  package static let unprivilegedPorts = Check(
    id: "unprivileged-ports",
    title: "Listen on a port that needs no privilege",
    rationale: "below 1024 some clusters and the host's own network ask for rights that an ordinary user does not have",
    publishes: ["actual"],
    good: [
      "FROM nginxinc/nginx-unprivileged:alpine\n",
      "FROM node:26-alpine\nEXPOSE 3000\n",
    ],
    bad: [
      "FROM node:26-alpine\n⟦EXPOSE 80⟧\n"
    ]
  ) { image in
    let ports = image.image.exposedPorts ?? []
    let low = ports.filter { (Int($0.prefix { $0 != "/" }) ?? .max) < 1024 }
    if let first = low.first {
      return .failed(
        Finding(
          "a port below 1024",
          "the image exposes \(low.prefix(3).joined(separator: ", "))",
          at: image.state.origins[.exposedPorts]?.range ?? image.fromRange,
          fix: "a port from 1024 on, such as 8080, in EXPOSE and in the application's settings",
          values: ["actual": first]
        )
      )
    }
    if ports.isEmpty {
      return .notJudged(
        Finding("no port is exposed", "the image exposes no port", at: image.fromRange, fix: "EXPOSE 8080")
      )
    }
    return .passed("port \(ports.prefix(3).joined(separator: ", "))")
  }
}
