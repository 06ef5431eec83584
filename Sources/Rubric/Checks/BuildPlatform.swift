import BuildModel

extension Check {
  package static let buildPlatform = Check(
    id: "build-platform",
    title: "Compile on the machine that builds",
    rationale: "without it every other platform is built under emulation, many times slower than a cross compiler",
    good: [
      CheckExample(
        "FROM --platform=$BUILDPLATFORM golang:1.26 AS builder\nRUN go build -o /server .\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      )
    ],
    bad: [
      CheckExample(
        """
        ⟦FROM golang:1.26 AS builder⟧
        RUN go build -o /server .
        FROM scratch
        COPY --from=builder /server /server

        """,
        of: .builder
      )
    ]
  ) { image in
    if image.isOnBuildPlatform { return .passed("runs on the machine that builds", at: image.fromRange) }
    return .failed(
      Finding(
        "the builder runs on the target's platform",
        "\(image.stage.displayName) runs on the platform that is built for",
        at: image.fromRange,
        fix: "FROM --platform=$BUILDPLATFORM \(image.base.name)"
      )
    )
  }
}
