import BuildModel

extension Check {
  package static let certificatesPresent = Check(
    id: "certificates-present",
    title: "Bring the certificates for HTTPS along",
    rationale: "without the certificates of the authorities every HTTPS request of the application fails",
    good: [
      "FROM debian:13-slim\nRUN apt-get update && apt-get install -y ca-certificates\n",
      CheckExample(
        "FROM alpine:3.24 AS certs\nFROM scratch\n"
          + "COPY --from=certs /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\n"
      ),
      "FROM gcr.io/distroless/static-debian12\n",
    ],
    bad: [
      "⟦FROM scratch⟧\nCOPY server /server\n",
      "⟦FROM debian:13-slim⟧\nCOPY server /server\n",
    ]
  ) { image in
    switch image.hasCertificates {
    case true?: return .passed("the image has certificates")
    case false?:
      return .failed(
        Finding(
          "no certificates",
          "\(image.base.name) has no certificates, and nothing brings them",
          at: image.fromRange,
          fix: image.base == .scratch
            ? "COPY --from=… /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/"
            : "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates"
        )
      )
    case nil:
      return .notJudged(
        Finding("unknown certificates", "whether \(image.base.name) has certificates is not known", at: image.baseRange)
      )
    }
  }
}
