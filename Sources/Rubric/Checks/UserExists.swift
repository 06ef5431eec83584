import BuildModel
import Diagnostics

extension Check {
  package static let userExists = Check(
    id: "user-exists",
    title: "Use a user that exists",
    rationale: "a container whose user is not in its image does not start",
    needs: ["non-root-user"],
    good: [
      "FROM node:26-alpine\nUSER node\n",
      "FROM alpine:3.24\nRUN addgroup -S app && adduser -S -G app app\nUSER app\n",
      "FROM scratch\nUSER 10001\n",
    ],
    bad: [
      "FROM node:26-alpine\nUSER ⟦appuser⟧\n",
      "FROM node:26-alpine\nUSER ⟦node:web⟧\n",
      "FROM node:26-alpine\nUSER ⟦4294967296⟧\n",
      "FROM alpine:3.24 AS builder\nRUN adduser -S app\nFROM alpine:3.24\nUSER ⟦app⟧\n",
    ]
  ) { image in
    let user = image.user
    if let finding = groupProblem(user, image) { return .failed(finding) }
    if let number = Int(user.name), !(0...2_147_483_647).contains(number) {
      return .failed(
        Finding(
          "a number that no user can have",
          "\(user.name) is out of range: the numbers of users go from 0 to 2147483647",
          at: image.userRange,
          fix: "USER 10001"
        )
      )
    }
    if user.isNumeric { return .passed("a number needs no entry in the image") }
    if image.state.users.has(user.name) {
      let isBase = image.base.facts?.users[user.name] != nil
      return .passed("\(user.name) \(isBase ? "is part of the base image" : "is created in the image")")
    }
    if user.origin == nil { return .passed("\(user.name) is set by the base image") }
    guard image.state.users.isComplete else {
      let message = "whether \(user.name) exists cannot be told: not all users of this image are known"
      return .passed(
        "\(user.name) is taken on trust",
        notes: [Diagnostic(.note, rule: "user-exists", message, at: image.userRange)]
      )
    }
    return .failed(
      Finding(
        "a user that nobody creates",
        "there is no user \(user.name) in the final image",
        at: image.userRange,
        label: "not created in this stage",
        fix: fix(user, image)
      )
    )
  }

  /// Docker looks for the group behind the colon, too, before it starts a container.
  private static func groupProblem(_ user: EffectiveUser, _ image: JudgedImage) -> Finding? {
    let group = String(user.text.dropFirst(user.name.count).dropFirst())
    guard !group.isEmpty, Int(group) == nil, user.origin != nil, image.state.users.hasGroup(group) == false else {
      return nil
    }
    return Finding(
      "a group that nobody creates",
      "there is no group \(group) in the final image",
      at: image.userRange,
      label: "the group is not created in this stage",
      fix: "USER \(user.name)"
    )
  }

  private static func fix(_ user: EffectiveUser, _ image: JudgedImage) -> String {
    if image.state.users.has("node") { return "USER node, which the image has" }
    if image.state.programs.hasShell == false { return "USER 10001: a number needs no entry" }
    return image.state.programs.has("apk") == true
      ? "RUN addgroup -S \(user.name) && adduser -S -G \(user.name) \(user.name)"
      : "RUN useradd --system \(user.name)"
  }
}
