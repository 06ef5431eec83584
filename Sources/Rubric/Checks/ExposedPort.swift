import BuildModel

extension Check {
  package static let exposedPort = Check(
    id: "exposed-port",
    title: "Say on which port the application listens",
    rationale: "EXPOSE publishes nothing; it tells people and tools which port to publish",
    parameters: .port("port", "the container's port"),
    .choice("protocol", of: ["tcp", "udp", "sctp"], otherwise: "tcp", "its protocol"),
    publishes: ["actual"],
    good: [
      CheckExample("FROM node:26-alpine\nEXPOSE 3000\n", with: ["port": 3000]),
      CheckExample("FROM nginx:alpine\n", with: ["port": 80]),
      CheckExample("FROM node:26-alpine\nARG PORT=8080\nEXPOSE $PORT 53/udp\n", with: ["port": 53, "protocol": "udp"]),
    ],
    bad: [
      CheckExample("FROM node:26-alpine\n⟦EXPOSE 8080⟧\n", with: ["port": 3000]),
      CheckExample("⟦FROM node:26-alpine⟧\n", with: ["port": 3000]),
    ]
  ) { port, scheme in
    let name = "\(port)/\(scheme)"
    return { image in
      let ports = image.image.exposedPorts ?? []
      if ports.contains(name) { return .passed("port \(name) is exposed") }
      if image.base.isUnknown {
        return .notJudged(
          Finding("an unknown base image", "the ports of \(image.base.name) are not known", at: image.fromRange)
        )
      }
      let shown = ports.prefix(4).joined(separator: ", ") + (ports.count > 4 ? ", …" : "")
      return .failed(
        Finding(
          ports.isEmpty ? "no port is exposed" : "other ports are exposed",
          ports.isEmpty ? "the image exposes no port" : "the image exposes \(shown), not \(name)",
          at: image.state.origins[.exposedPorts]?.range ?? image.fromRange,
          fix: "EXPOSE \(scheme == "tcp" ? String(port) : name)",
          values: ["actual": ports.isEmpty ? "no port" : shown]
        )
      )
    }
  }
}
