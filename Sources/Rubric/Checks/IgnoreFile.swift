import BuildModel

extension Check {
  package static let ignoreFile = Check(
    id: "ignore-file",
    title: "Keep a .dockerignore beside the file",
    rationale:
      """
      `COPY . .` otherwise brings .git, secrets and the host's own node_modules, which replaces the one just installed
      """,
    good: [
      "FROM node:26-alpine\nCOPY src /app/src\n",
      CheckExample("FROM node:26-alpine\nCOPY . /app\n", ignoreFile: .present),
    ],
    bad: [
      CheckExample("FROM node:26-alpine\n⟦COPY . /app⟧\n", ignoreFile: .absent)
    ]
  ) { image in
    guard let copy = image.wholeContextCopies.first else {
      return .passed("no COPY takes the whole build context")
    }
    switch image.ignoreFile {
    case .present: return .passed("there is a .dockerignore")
    case .absent:
      return .failed(
        Finding(
          "no .dockerignore",
          "everything in the folder is copied, and there is no .dockerignore beside the Dockerfile",
          at: copy.origin.range,
          fix: "a .dockerignore with node_modules, .git, .env and the build's output"
        )
      )
    case .unknown:
      return .notJudged(
        Finding(
          "the build context is not part of the submission",
          "whether there is a .dockerignore cannot be told from the Dockerfile alone",
          at: copy.origin.range
        )
      )
    }
  }
}
