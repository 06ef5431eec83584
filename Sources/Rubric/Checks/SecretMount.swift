import BuildModel
import DockerfileSyntax

extension Check {
  package static let secretMount = Check(
    id: "secret-mount",
    title: "Show secrets to one command alone",
    rationale: "a secret mount is there while its RUN runs, and is part of no layer and no history",
    parameters: .optional(.text("id", "the secret's id; any when it is left out")),
    good: [
      CheckExample(
        "FROM node:26\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n",
        with: ["id": "npmrc"]
      )
    ],
    bad: [
      CheckExample("⟦FROM node:26⟧\nARG NPM_TOKEN\nRUN npm ci\n", with: ["id": "npmrc"]),
      "⟦FROM node:26⟧\nRUN --mount=type=cache,target=/root/.npm npm ci\n",
    ]
  ) { id in
    { image in
      let found = image.mounts.first { mount in
        guard mount.mount.type == .secret else { return false }
        let name = mount.mount.id.isEmpty ? PathText.lastComponent(mount.mount.target) : mount.mount.id
        return id == nil || id == name
      }
      if let found { return .passed("the secret is mounted where it is needed", at: found.mount.range) }
      return .failed(
        Finding(
          "no secret is mounted",
          "no RUN of \(image.stage.displayName) mounts \(id.map { "the secret \($0)" } ?? "a secret")",
          at: image.fromRange,
          fix: "RUN --mount=type=secret,id=\(id ?? "…"),target=… …"
        )
      )
    }
  }
}
