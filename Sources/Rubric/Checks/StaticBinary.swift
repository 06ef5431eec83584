import BuildModel

extension Check {
  package static let staticBinary = Check(
    id: "static-binary",
    title: "Link the program statically",
    rationale: "an empty image has no C library: a program that looks for one does not start there",
    good: [
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN CGO_ENABLED=0 go build -o /server .\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      ),
      CheckExample(
        "FROM golang:1.26 AS builder\nENV CGO_ENABLED=0\nRUN go build -o /server .\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      ),
    ],
    bad: [
      CheckExample(
        "FROM golang:1.26 AS builder\nRUN ⟦go build -o /server .⟧\n"
          + "FROM scratch\nCOPY --from=builder /server /server\n",
        of: .builder
      )
    ]
  ) { image in
    let place = image.state.steps.last?.range ?? image.fromRange
    switch image.linkage(of: image.state) {
    case .static: return .passed("the program brings its libraries along", at: place)
    case .dynamic, .unknown:
      return .failed(
        Finding(
          "the program looks for libraries",
          "what this makes may look for a C library when it starts",
          at: place,
          fix: "CGO_ENABLED=0 go build … for Go; a musl target for Rust; -static for C"
        )
      )
    case nil:
      return .notJudged(
        Finding("no known compiler", "how the program is linked cannot be told from the file", at: place)
      )
    }
  }
}
