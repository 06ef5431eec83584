import BuildModel

extension Check {
  package static let dependencyLayer = Check(
    id: "dependency-layer",
    title: "Fetch dependencies before the sources come",
    rationale: "dependencies change seldom and sources all the time: in a layer of their own they are fetched once",
    parameters: .choice(
      "ecosystem",
      of: DependencyFetch.self,
      "whose commands to look for; a build of cargo's counts, as of a dummy crate"
    ),
    good: [
      CheckExample(
        """
        FROM golang:1.26
        WORKDIR /src
        COPY go.mod go.sum ./
        RUN go mod download
        COPY . .
        RUN go build -o /server .

        """,
        with: ["ecosystem": "go"]
      ),
      CheckExample(
        "FROM maven:3.9-eclipse-temurin-21\nCOPY . .\n"
          + "RUN --mount=type=cache,target=/root/.m2 mvn dependency:go-offline package\n",
        with: ["ecosystem": "maven"]
      ),
    ],
    bad: [
      CheckExample(
        "FROM golang:1.26\nWORKDIR /src\n⟦COPY . .⟧\nRUN go mod download\nRUN go build -o /server .\n",
        with: ["ecosystem": "go"]
      ),
      CheckExample("⟦FROM golang:1.26⟧\nCOPY . .\nRUN go build -o /server .\n", with: ["ecosystem": "go"]),
    ]
  ) { ecosystem in
    { image in
      switch image.dependencyLayer(of: ecosystem) {
      case .apart(let command): return .passed("`\(command)` runs apart from the sources")
      case .behind(let sources, let command):
        return .failed(
          Finding(
            "the sources are copied before the dependencies are fetched",
            "sources are there before `\(command)`",
            at: sources,
            label: "every edit fetches everything again",
            fix: "copy the manifest and the lockfile alone, then RUN \(ecosystem.example), then the rest"
          )
        )
      case .missing:
        return .failed(
          Finding(
            "nothing fetches the dependencies by themselves",
            "no RUN fetches the dependencies in a layer of their own",
            at: image.fromRange,
            fix: "RUN \(ecosystem.example) between the manifests and the sources"
          )
        )
      }
    }
  }
}
