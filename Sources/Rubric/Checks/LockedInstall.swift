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
    guard let loose = image.looseInstalls.first else { return .passed("where there is a lockfile, it decides") }
    return .failed(
      Finding(
        "an install that may leave the lockfile",
        "`\(loose.command)` may install other packages than the lockfile says",
        at: loose.range,
        fix: strict(loose.tool)
      )
    )
  }

  private static func strict(_ tool: PackageTool?) -> String? {
    switch tool {
    case .npm: "npm ci"
    case .pnpm, .bun, .yarn: "\(tool?.rawValue ?? "") install --frozen-lockfile"
    case .cargo: "cargo build --locked"
    case .uv: "uv sync --locked"
    case .poetry: "poetry sync"
    case .pipenv: "pipenv sync"
    default: nil
    }
  }
}
