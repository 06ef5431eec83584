import BuildModel

extension Check {
  package static let programsAbsent = Check(
    id: "programs-absent",
    title: "Ship without programs that nothing runs",
    rationale: "every program that is there must be patched, and serves an intruder too",
    parameters: .texts("programs", "names of programs: node, npm, gcc"),
    publishes: ["found"],
    good: [
      CheckExample("FROM nginx:alpine\nCOPY site /usr/share/nginx/html\n", with: ["programs": ["node", "npm"]])
    ],
    bad: [
      CheckExample("FROM ⟦node:26-alpine⟧\nCOPY site /site\n", with: ["programs": ["node", "npm"]])
    ]
  ) { programs in
    { image in
      let found = programs.filter { image.state.programs.has($0) == true }
      if let first = found.first {
        return .failed(
          Finding(
            "\(first) is in the image",
            "the image has \(found.joined(separator: ", "))",
            at: image.baseRange,
            fix: "start from an image without it",
            values: ["found": found.joined(separator: ", ")]
          )
        )
      }
      if let first = programs.first(where: { image.canStart($0) != false }) {
        return .notJudged(
          Finding("unknown programs", "whether \(first) is in the image is not known", at: image.baseRange)
        )
      }
      return .passed("the image has no \(programs.joined(separator: ", no "))")
    }
  }
}
