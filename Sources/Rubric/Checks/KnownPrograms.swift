import BuildModel

extension Check {
  package static let knownPrograms = Check(
    id: "known-programs",
    title: "Run only what a stage has",
    rationale: "a RUN whose program is not in its stage stops the build: each stage begins with its base image alone",
    publishes: ["program"],
    good: [
      "FROM alpine:3.24\nRUN apk add --no-cache curl && curl -fsS https://example.org -o /page\n",
      "FROM debian:13-slim\nRUN useradd --system app\n",
    ],
    bad: [
      "FROM nginx:alpine\nRUN ⟦npm run build⟧\n",
      "FROM alpine:3.24\nRUN ⟦apt-get update⟧ && apt-get install -y curl\n",
    ]
  ) { image in
    guard let missing = image.missingPrograms.first else { return .passed("no program is known to be missing") }
    return .failed(
      Finding(
        "\(missing.program) is not in its stage",
        "\(image.base.name) has no \(missing.program), and nothing installs it before",
        at: missing.range,
        label: "the build stops here",
        fix: "install it before, or run this in a stage that has it",
        values: ["program": missing.program]
      )
    )
  }
}
