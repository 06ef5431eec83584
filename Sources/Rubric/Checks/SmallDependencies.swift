import BuildModel

extension Check {
  package static let smallDependencies = Check(
    id: "small-dependencies",
    title: "Leave no package cache behind",
    rationale: "the cache of a package manager is as large as the packages, and nothing reads it at run time",
    needs: ["production-dependencies"],
    good: [
      "FROM node:26-alpine\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev && npm cache clean --force\n",
      """
      FROM node:26-alpine
      COPY package.json package-lock.json ./
      RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

      """,
    ],
    bad: [
      "FROM node:26-alpine\nCOPY package.json package-lock.json ./\nRUN ⟦npm ci --omit=dev⟧\n"
    ]
  ) { image in
    guard let install = image.installs.first(where: { image.isOwn($0.origin) && !$0.leavesNoCache }) else {
      return .passed("no package cache stays in the image")
    }
    return .failed(
      Finding(
        "the package cache stays in the layer",
        "`\(install.command)` leaves its download cache in the image",
        at: install.range,
        fix: "RUN \(install.command) && npm cache clean --force, or RUN --mount=type=cache,target=/root/.npm …"
      )
    )
  }
}
