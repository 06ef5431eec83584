import BuildModel

extension Check {
  package static let workingDirectory = Check(
    id: "working-directory",
    title: "Work in a folder of its own",
    rationale: "without WORKDIR everything lies in the root of the file system, between the system's own files",
    parameters: .optional(.path("path", "the folder; any but `/` when it is left out")),
    publishes: ["actual"],
    good: [
      "FROM node:26-alpine\nWORKDIR /app\n",
      CheckExample("FROM node:26-alpine\nWORKDIR /srv\nWORKDIR app\n", with: ["path": "/srv/app"]),
    ],
    bad: [
      "⟦FROM node:26-alpine⟧\nCOPY . .\n",
      CheckExample("FROM node:26-alpine\n⟦WORKDIR /srv⟧\n", with: ["path": "/app"]),
    ]
  ) { wanted in
    { image in
      let actual = image.state.directory
      if wanted.map({ $0 == actual }) ?? (actual != "/") { return .passed("works in \(actual)") }
      let origin = image.state.origins[.workingDirectory]
      if origin == nil, image.base.isUnknown {
        return .notJudged(
          Finding("an unknown base image", "the folder of \(image.base.name) is not known", at: image.fromRange)
        )
      }
      return .failed(
        Finding(
          origin == nil ? "no WORKDIR" : "another WORKDIR",
          "the working directory is \(actual)",
          at: origin?.range ?? image.fromRange,
          fix: "WORKDIR \(wanted ?? "/app")",
          values: ["actual": actual]
        )
      )
    }
  }
}
