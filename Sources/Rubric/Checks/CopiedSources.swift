import BuildModel

extension Check {
  package static let copiedSources = Check(
    id: "copied-sources",
    title: "Copy only what is there",
    rationale: "COPY --from of a path that no instruction of the other stage makes stops the build",
    good: [
      """
      FROM golang:1.27 AS builder
      RUN go build -o /out/server .
      FROM scratch
      COPY --from=builder /out/server /server

      """,
      "FROM alpine:3.24 AS certs\nFROM scratch\nCOPY --from=certs /etc/ssl/certs /etc/ssl/certs\n",
    ],
    bad: [
      """
      FROM golang:1.27 AS builder
      RUN go build -o /out/server .
      FROM scratch
      ⟦COPY --from=builder /out/sever /server⟧

      """,
      """
      FROM rust:1.98 AS builder
      WORKDIR /app
      COPY . .
      RUN cargo build
      FROM debian:13-slim
      ⟦COPY --from=builder /app/target/release/app /app⟧

      """,
    ]
  ) { image in
    guard let missing = image.missingSources.first else {
      return .passed("what is copied from other stages may be there")
    }
    return .failed(.missing(missing, in: image))
  }
}
