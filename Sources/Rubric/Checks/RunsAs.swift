import BuildModel

extension Check {
  package static let runsAs = Check(
    id: "runs-as",
    title: "Run as the user that is meant",
    rationale: "the user decides which files the application may read and write",
    parameters: .text("user", "the user's name or number, without a group"),
    publishes: ["actual"],
    good: [
      CheckExample("FROM node:26-alpine\nUSER node:node\n", with: ["user": "node"]),
      CheckExample("FROM node:26-alpine\nUSER 1000\n", with: ["user": "node"]),
    ],
    bad: [
      CheckExample("FROM node:26-alpine\nUSER ⟦nobody⟧\n", with: ["user": "node"]),
      CheckExample("⟦FROM node:26-alpine⟧\n", with: ["user": "node"]),
    ]
  ) { wanted in
    { image in
      let user = image.user
      if case .unknown = user.identity {
        return .notJudged(
          Finding("an unknown base image", "the user of \(image.base.name) is not known", at: image.fromRange)
        )
      }
      let name = user.name.isEmpty ? "root" : user.name
      let numbers = [name, wanted].map { Int($0) ?? image.state.users.number(of: $0) }
      if name == wanted || numbers[0] != nil && numbers[0] == numbers[1] { return .passed("runs as \(name)") }
      return .failed(
        Finding(
          "another user",
          "\(image.stage.displayName) runs as \(name)",
          at: image.userRange ?? image.fromRange,
          fix: "USER \(wanted)",
          values: ["actual": name]
        )
      )
    }
  }
}
