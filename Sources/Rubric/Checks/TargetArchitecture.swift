import BuildModel

extension Check {
  package static let targetArchitecture = Check(
    id: "target-architecture",
    title: "Compile for the platform that is asked for",
    rationale: "a compiler on the machine that builds makes programs for that machine, unless it is told otherwise",
    good: [
      CheckExample(
        "FROM --platform=$BUILDPLATFORM golang:1.26 AS builder\nARG TARGETARCH\n"
          + "RUN GOARCH=$TARGETARCH go build -o /server .\nFROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      )
    ],
    bad: [
      CheckExample(
        "⟦FROM --platform=$BUILDPLATFORM golang:1.26 AS builder⟧\nRUN GOARCH=$TARGETARCH go build -o /server .\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      ),
      CheckExample(
        "⟦FROM --platform=$BUILDPLATFORM golang:1.26 AS builder⟧\nARG TARGETARCH\nRUN go build -o /server .\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      ),
    ]
  ) { image in
    let depends: Bool
    do throws(BuildError) {
      depends = try image.dependsOnArchitecture()
    } catch {
      return .notJudged(
        Finding("another platform is refused", "for arm64 Docker refuses it: \(error.message)", at: error.range)
      )
    }
    if depends { return .passed("its commands follow the target's architecture", at: image.fromRange) }
    let isDeclared = image.declares("TARGETARCH") || image.declares("TARGETPLATFORM")
    return .failed(
      Finding(
        isDeclared ? "TARGETARCH is not used" : "TARGETARCH is not declared",
        isDeclared
          ? "\(image.stage.displayName) declares the target's architecture, and no command follows it"
          : "\(image.stage.displayName) does the same for every architecture; without ARG the variable is empty there",
        at: image.fromRange,
        fix: isDeclared ? "GOARCH=$TARGETARCH go build …" : "ARG TARGETARCH in this stage"
      )
    )
  }
}
