import BuildModel

extension Check {
  package static let stageCount = Check(
    id: "stage-count",
    title: "Divide the build into stages",
    rationale: "with one stage everything that builds is shipped, and with very many nobody knows what each is for",
    subject: .file,
    parameters: .integer("at-least", in: 1...100, otherwise: 2, "the fewest stages"),
    .optional(.integer("at-most", in: 1...100, "the most stages")),
    publishes: ["actual"],
    good: [
      "FROM golang:1.26 AS builder\nRUN go build -o /server .\nFROM scratch\nCOPY --from=builder /server /server\n",
      CheckExample("FROM alpine:3.24\n", with: ["at-least": 1, "at-most": 3]),
    ],
    bad: [
      CheckExample("⟦FROM golang:1.26⟧\nRUN go build -o /server .\n", isAboutAllStages: true),
      CheckExample(
        "FROM alpine:3.24 AS one\nFROM alpine:3.24 AS two\n⟦FROM alpine:3.24 AS three⟧\n",
        with: ["at-most": 2]
      ),
    ]
  ) { (least, most) throws(ArgumentProblems) in
    if let most, most < least {
      throw ArgumentProblems([.contradiction("at-most", message: "no file has at least \(least) and at most \(most)")])
    }
    return { image in
      let count = image.build.stages.count
      if count >= least, count <= most ?? .max { return .passed("\(count) \(count == 1 ? "stage" : "stages")") }
      let isFew = count < least
      return .failed(
        Finding(
          isFew ? "fewer than \(least) stages" : "more than \(most ?? count) stages",
          "the file has \(count) \(count == 1 ? "stage" : "stages"), "
            + (isFew ? "and \(least) are asked for" : "and \(most ?? count) are enough"),
          at: image.fromRange,
          fix: isFew ? "a second FROM, and COPY --from=… what the image needs" : "put together what has one purpose",
          values: ["actual": String(count)]
        )
      )
    }
  }
}
