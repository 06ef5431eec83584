import BuildModel

extension Check {
  package static let baseKind = Check(
    id: "base-kind",
    title: "Start from the right kind of image",
    rationale: "a stage that builds needs tools, and a stage that is shipped needs as little as possible",
    parameters: .choices(
      "kinds",
      of: BaseImageRow.Kind.allCases.map(\.rawValue),
      "the kinds of image that are right, as the facts about base images sort them"
    ),
    publishes: ["actual", "image"],
    good: [
      CheckExample("FROM gcr.io/distroless/static-debian12\n", with: ["kinds": ["distroless", "scratch"]]),
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN go build -o /server .\nFROM scratch\nCOPY --from=builder /server /server\n",
        with: ["kinds": ["sdk"]],
        of: .builder
      ),
    ],
    bad: [
      CheckExample("FROM ⟦node:26⟧\n", with: ["kinds": ["alpine", "slim", "distroless"]])
    ]
  ) { kinds in
    let kinds = Set(kinds)
    return { image in
      let base = image.base
      guard let kind = base.kind else {
        return .notJudged(
          Finding(
            "an unknown base image",
            "nothing is known about \(base.name), so its kind cannot be told",
            at: image.baseRange
          )
        )
      }
      if kinds.contains(kind) { return .passed("\(base.name) is \(kind)", at: image.baseRange) }
      return .failed(
        Finding(
          "a base image of the kind \(kind)",
          "\(base.name) is of the kind \(kind)",
          at: image.baseRange,
          label: "asked for: \(kinds.sorted().joined(separator: ", "))",
          fix: "FROM an image of the kind \(kinds.sorted().joined(separator: " or "))",
          values: ["actual": kind, "image": base.name]
        )
      )
    }
  }
}

extension ExternalBase {
  /// nil when it is not known.
  fileprivate var kind: String? {
    switch self {
    case .scratch: BaseImageRow.Kind.scratch.rawValue
    case .image(_, let facts): facts?.kind.rawValue
    }
  }
}
