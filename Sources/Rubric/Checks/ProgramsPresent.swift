import BuildModel

extension Check {
  package static let programsPresent = Check(
    id: "programs-present",
    title: "Have the tools that the stage is for",
    rationale: "a stage to debug or to build in is of no use without its tools",
    parameters: .texts("programs", "names of programs: curl, nc, ps"),
    publishes: ["missing"],
    countsParts: true,
    good: [
      CheckExample("FROM alpine:3.24\nRUN apk add --no-cache curl\n", with: ["programs": ["curl", "wget"]])
    ],
    bad: [
      CheckExample("⟦FROM node:26-alpine⟧\nRUN apk add --no-cache procps\n", with: ["programs": ["curl", "ps"]])
    ]
  ) { programs in
    { image in
      let missing = programs.filter { image.canStart($0) == false }
      let unknown = programs.filter { image.canStart($0) == nil }
      if let first = missing.first {
        return .failed(
          Finding(
            "\(first) is not there",
            "\(image.stage.displayName) has no \(missing.joined(separator: ", no "))",
            at: image.fromRange,
            fix: image.state.programs.has("apk") == true
              ? "RUN apk add --no-cache \(first)" : "install it with the image's package manager",
            values: ["missing": missing.joined(separator: ", ")],
            share: Share(programs.count - missing.count - unknown.count, of: programs.count)
          )
        )
      }
      if let first = unknown.first {
        return .notJudged(
          Finding("unknown programs", "whether \(first) is in the image is not known", at: image.fromRange)
        )
      }
      return .passed(
        "\(programs.joined(separator: ", ")) \(programs.count == 1 ? "is" : "are") there",
        at: image.fromRange
      )
    }
  }
}
