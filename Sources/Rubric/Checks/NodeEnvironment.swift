import BuildModel

extension Check {
  package static let nodeEnvironment = Check(
    id: "node-environment",
    title: "Run Node in production mode",
    rationale: "many libraries are slower and tell more about themselves unless NODE_ENV is production",
    good: [
      "FROM node:26-alpine\nENV NODE_ENV=production\n",
      "FROM nginx:alpine\n",
    ],
    bad: [
      "⟦FROM node:26-alpine⟧\nCMD [\"node\", \"server.js\"]\n",
      "FROM node:26-alpine\n⟦ENV NODE_ENV=development⟧\n",
    ]
  ) { image in
    let value = image.variable("NODE_ENV")
    if value == "production" { return .passed("NODE_ENV is production") }
    guard image.runsNode else { return .passed("no Node runs in this image") }
    return .failed(
      Finding(
        value == nil ? "NODE_ENV is not set" : "NODE_ENV has another value",
        value.map { "NODE_ENV is `\($0)` in the final image" } ?? "NODE_ENV is not set in the final image",
        at: image.state.variableOrigins["NODE_ENV"].map(\.range) ?? image.fromRange,
        fix: "ENV NODE_ENV=production"
      )
    )
  }
}
