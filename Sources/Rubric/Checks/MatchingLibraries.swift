import BuildModel

extension Check {
  package static let matchingLibraries = Check(
    id: "matching-libraries",
    title: "Build with the C library that the image has",
    rationale: "machine code and native packages that were built on glibc do not load on musl, nor the other way round",
    publishes: ["builder", "runtime"],
    good: [
      """
      FROM node:26-alpine AS builder
      RUN npm ci
      FROM node:26-alpine
      COPY --from=builder /node_modules /node_modules

      """,
      """
      FROM golang:1.26 AS builder
      RUN CGO_ENABLED=0 go build -o /server .
      FROM scratch
      COPY --from=builder /server /server

      """,
    ],
    bad: [
      "FROM node:26 AS builder\nRUN npm ci\nFROM node:26-alpine\n⟦COPY --from=builder /node_modules /modules⟧\n",
      """
      FROM rust:1.90 AS builder
      RUN cargo build --release
      FROM alpine:3.24
      ⟦COPY --from=builder /target/release/app /app⟧

      """,
    ]
  ) { image in
    let pairs = image.libraryPairs
    for pair in pairs {
      guard let builder = pair.builder, let runtime = pair.runtime else {
        return .notJudged(
          Finding(
            "an unknown C library",
            "which C library one of the images has is not known",
            at: pair.item.origin.range
          )
        )
      }
      guard builder != runtime else { continue }
      let stage = image.build.stages[pair.stage].displayName
      let has = runtime == .absent ? "has no C library" : "has \(runtime.rawValue)"
      return .failed(
        Finding(
          "\(builder.rawValue) in the builder, \(runtime.rawValue) in the image",
          "\(stage) builds for \(builder.rawValue), and \(image.base.name) \(has)",
          at: pair.item.origin.range,
          fix: "start both stages from the same distribution, or link statically",
          values: ["builder": builder.rawValue, "runtime": runtime.rawValue]
        )
      )
    }
    return .passed(pairs.isEmpty ? "no machine code comes from another stage" : "both stages have the same C library")
  }
}
