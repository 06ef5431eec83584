import BuildModel

extension Check {
  package static let labelsSet = Check(
    id: "labels-set",
    title: "Label the image",
    rationale: "labels tell whoever finds an image where its source is and who looks after it",
    parameters: .texts("names", "names of labels, such as org.opencontainers.image.source"),
    publishes: ["missing"],
    countsParts: true,
    good: [
      CheckExample(
        "FROM alpine:3.24\nLABEL org.opencontainers.image.source=https://example.org/app\n",
        with: ["names": ["org.opencontainers.image.source"]]
      )
    ],
    bad: [
      CheckExample(
        "⟦FROM alpine:3.24⟧\nLABEL version=1\n",
        with: ["names": ["version", "org.opencontainers.image.source"]]
      )
    ]
  ) { names in
    { image in
      let labels = image.image.labels ?? [:]
      let missing = names.filter { labels[ExactText($0), default: ""].isEmpty }
      guard let first = missing.first else { return .passed("labelled with \(names.joined(separator: ", "))") }
      return .failed(
        Finding(
          "a label is missing",
          "the image has no label \(missing.joined(separator: ", "))",
          at: image.fromRange,
          fix: "LABEL \(first)=…",
          values: ["missing": missing.joined(separator: ", ")],
          share: Share(names.count - missing.count, of: names.count)
        )
      )
    }
  }
}
