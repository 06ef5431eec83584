import BuildModel

extension Check {
  package static let runsProgram = Check(
    id: "runs-program",
    title: "Run a tool in the build",
    rationale: "what a build runs by itself nobody forgets: scanners, generators, formatters",
    parameters: .texts("programs", "names of programs, one of which must be run: trivy, grype"),
    .optional(.texts("arguments", "words that must stand behind it")),
    good: [
      CheckExample(
        "FROM aquasec/trivy:0.68.1 AS scan\nRUN trivy filesystem --exit-code 1 /app\nFROM node:26-alpine\n",
        with: ["programs": ["trivy", "grype"], "arguments": ["--exit-code"]],
        of: .named("scan")
      )
    ],
    bad: [
      CheckExample("⟦FROM node:26-alpine⟧\nRUN npm ci\n", with: ["programs": ["trivy", "grype"]])
    ]
  ) { programs, arguments in
    let arguments = arguments ?? []
    let pattern = CommandPattern(programs: programs, arguments: arguments)
    return { image in
      if let found = image.ownCommands(matching: pattern).first {
        return .passed("`\(found.words.joined(separator: " "))` is run", at: found.range)
      }
      return .failed(
        Finding(
          "\(programs.joined(separator: " or ")) is not run",
          "no RUN of \(image.stage.displayName) runs \(programs.joined(separator: " or "))"
            + (arguments.isEmpty ? "" : " with \(arguments.joined(separator: ", "))"),
          at: image.fromRange,
          fix: "RUN \(([programs[0]] + arguments).joined(separator: " ")) …"
        )
      )
    }
  }
}
