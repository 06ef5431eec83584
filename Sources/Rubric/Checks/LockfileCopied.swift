import BuildModel

extension Check {
  package static let lockfileCopied = Check(
    id: "lockfile-copied",
    title: "Bring the lockfile before the install",
    rationale: "`npm ci` stops without a lockfile, and every other install then chooses versions by itself",
    good: [
      "FROM node:26\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\n",
      "FROM node:26\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\n",
      "FROM node:26\nWORKDIR /app\nCOPY . .\nRUN yarn install --frozen-lockfile\n",
    ],
    bad: [
      "FROM node:26\nWORKDIR /app\nCOPY package.json ./\nRUN ⟦npm ci⟧\n"
    ]
  ) { image in
    let installs = image.installs
    for install in installs {
      guard let names = image.missingLockfiles(of: install) else { continue }
      return .failed(
        Finding(
          "no lockfile before the install",
          "nothing copies \(names.joined(separator: " or ")) before `\(install.command)`",
          at: install.range,
          fix: "COPY package.json \(names[0]) ./ above it"
        )
      )
    }
    return .passed(installs.isEmpty ? "no packages of JavaScript are installed" : "the lockfile is there")
  }
}
