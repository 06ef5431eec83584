import BuildModel

extension Check {
  package static let nonRootUser = Check(
    id: "non-root-user",
    title: "Run as a user without privileges",
    rationale:
      "who breaks into a process of root can change everything in the container, and has one barrier less to the host",
    good: [
      "FROM node:26-alpine\nUSER node\n",
      "FROM node:26-alpine AS base\nUSER 1000\nFROM base\nCMD [\"node\", \"server.js\"]\n",
      "FROM gcr.io/distroless/nodejs24-debian12:nonroot\n",
    ],
    bad: [
      "⟦FROM node:26-alpine⟧\nCMD [\"node\", \"server.js\"]\n",
      "FROM node:26-alpine\nUSER ⟦0:0⟧\n",
      "FROM node:26-alpine\nARG APP_USER=root\nUSER ⟦${APP_USER}⟧\n",
      "FROM node:26-alpine\nUSER node\nRUN true\nUSER ⟦root⟧\n",
    ]
  ) { image in
    let user = image.user
    switch user.identity {
    case .other: return .passed(praise(user, image))
    case .unknown where !user.name.isEmpty:
      return .notJudged(
        Finding(
          "a user whose number is not known",
          "a RUN edits /etc/passwd, so the number of \(user.name) cannot be told: write USER with a number",
          at: image.userRange ?? image.fromRange,
          fix: "USER 1000"
        )
      )
    case .unknown:
      return .notJudged(
        Finding(
          "the user of an unknown base image",
          "nothing is known about the user of \(image.base.name): write USER yourself",
          at: image.fromRange,
          fix: "USER node"
        )
      )
    case .root(let reason): return .failed(finding(reason, user, image))
    }
  }

  private static func praise(_ user: EffectiveUser, _ image: JudgedImage) -> String {
    guard let origin = user.origin else { return "\(user.text), the user of \(image.base.name)" }
    return "\(image.userTrace), set at line \(image.line(of: origin))"
  }

  private static func finding(_ reason: EffectiveUser.Reason, _ user: EffectiveUser, _ image: JudgedImage) -> Finding {
    let fix = image.state.users.has("node") ? "USER node" : "RUN adduser -S app, then USER app"
    let range = image.userRange ?? image.fromRange
    switch reason {
    case .byDefault:
      return Finding(
        "no USER at all",
        "the final image runs as root: there is no USER, and \(image.base.name) starts as root",
        at: image.fromRange,
        fix: fix
      )
    case .emptyValue:
      return Finding("USER with an empty value", "`\(image.userTrace)`: an empty USER is root", at: range, fix: fix)
    case .name:
      return Finding("USER root", "the final image runs as root: \(image.userTrace)", at: range, fix: fix)
    case .number:
      return Finding("USER 0", "user \(user.text) is root under its number", at: range, fix: fix)
    case .alias:
      return Finding("a user with the number 0", "\(user.name) has the number 0, which is root", at: range, fix: fix)
    }
  }
}
