import BuildModel

extension Check {
  package static let lockedInstall = Check(
    id: "locked-install",
    title: "Install what the lockfile says",
    rationale: "`npm install` may choose newer packages than those that were tested, and writes the lockfile anew",
    good: [
      "FROM node:26\nCOPY package.json package-lock.json ./\nRUN npm ci\n",
      "FROM node:26\nRUN yarn install --frozen-lockfile\n",
    ],
    bad: [
      "FROM node:26\nCOPY package.json package-lock.json ./\nRUN ⟦npm install⟧\n"
    ]
  ) { image in
    let installs = image.installs
    guard let loose = installs.first(where: { !$0.isClean }) else {
      return .passed(installs.isEmpty ? "no packages of JavaScript are installed" : "the lockfile decides")
    }
    let fix =
      switch loose.manager {
      case .npm: "npm ci"
      case .pnpm: "pnpm install --frozen-lockfile"
      case .bun: "bun install --frozen-lockfile"
      case .yarnBerry: "yarn install --immutable"
      case .yarn, .yarnClassic: "yarn install --frozen-lockfile"
      }
    return .failed(
      Finding(
        "an install that may leave the lockfile",
        "`\(loose.command)` may install other packages than the lockfile says",
        at: loose.range,
        fix: fix
      )
    )
  }
}
