import BuildModel

extension Check {
  package static let reachableStages = Check(
    id: "reachable-stages",
    title: "Use every stage",
    rationale: "BuildKit never runs a stage that the target does not need, so nobody notices when it no longer works",
    subject: .file,
    parameters: .optional(.texts("besides", "names of stages that are targets of their own")),
    publishes: ["actual"],
    good: [
      CheckExample(
        "FROM node:26 AS builder\nRUN npm run build\nFROM nginx:alpine\nCOPY --from=builder /build /srv\n",
        isAboutAllStages: true
      ),
      CheckExample(
        "FROM node:26 AS test\nRUN npm test\nFROM node:26-alpine\n",
        with: ["besides": ["test"]],
        isAboutAllStages: true
      ),
    ],
    bad: [
      CheckExample(
        "⟦FROM node:26 AS builder⟧\nRUN npm run build\nFROM nginx:alpine\nCOPY build /usr/share/nginx/html\n",
        isAboutAllStages: true
      )
    ]
  ) { besides in
    let names = Set((besides ?? []).map { $0.lowercased() })
    return { image in
      let idle = image.build.unneededStages.filter { !names.contains($0.name) }
      guard let first = idle.first else { return .passed("every stage is used") }
      return .failed(
        Finding(
          "a stage that nothing needs",
          "nothing needs the stage \(first.displayName), so it is never built",
          at: first.range,
          fix: "COPY --from=\(first.displayName) what the image needs, or take the stage out",
          values: ["actual": idle.map(\.displayName).joined(separator: ", ")]
        )
      )
    }
  }
}
