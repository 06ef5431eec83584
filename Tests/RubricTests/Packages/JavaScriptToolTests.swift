import BuildModel
import Testing

@Suite struct JavaScriptToolTests {
  @Test(arguments: npm + others)
  func `reads the tools of JavaScript`(row: PackageRow) throws {
    let step = try row.step()
    #expect(step.summary == row.expected)
  }

  private static let modules = "to /app/node_modules, downloads"
  private static let npm = PackageRow.rows(
    "node:26-alpine",
    [
      ("RUN npm ci", "npm install, all, lockfile respected, \(modules) left"),
      ("RUN npm install", "npm install, all, lockfile may-change, \(modules) left"),
      ("RUN npm ci --omit=dev", "npm install, production, lockfile respected, \(modules) left"),
      ("RUN npm ci --production", "npm install, production, lockfile respected, \(modules) left"),
      ("ENV NODE_ENV=production\nRUN npm ci", "npm install, production, lockfile respected, \(modules) left"),
      (
        "RUN npm ci -- --production",
        "npm install, all, lockfile respected, \(modules) left, mistake --production"
      ),
      (
        "RUN npm ci --omit-dev",
        "npm install, all, lockfile respected, \(modules) left, mistake --omit-dev for --omit=dev"
      ),
      (
        "ENV NODE_ENV=Production\nRUN npm ci",
        "npm install, all, lockfile respected, \(modules) left, mistake NODE_ENV=Production for NODE_ENV=production"
      ),
      ("RUN npm ci && npm cache clean --force", "npm install, all, lockfile respected, \(modules) removed"),
      ("RUN npm ci\nRUN npm cache clean --force", "npm install, all, lockfile respected, \(modules) hidden"),
      ("RUN npm ci && rm -rf ~/.npm", "npm install, all, lockfile respected, \(modules) removed"),
      ("RUN npm ci && rm -rf $HOME/.npm /tmp/*", "npm install, all, lockfile respected, \(modules) removed"),
      ("RUN npm ci && rm -rf /root/.npm/_cacache", "npm install, all, lockfile respected, \(modules) removed"),
      (
        "USER node\nRUN npm ci && rm -rf /root/.npm",
        "npm install, all, lockfile respected, \(modules) left"
      ),
      (
        "USER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000 npm ci",
        "npm install, all, lockfile respected, \(modules) mounted"
      ),
      ("RUN --mount=type=cache,target=/root/.npm npm ci", "npm install, all, lockfile respected, \(modules) mounted"),
      (
        "RUN --mount=type=cache,target=/root/.npm npm ci --cache /tmp/npm",
        "npm install, all, lockfile respected, \(modules) left"
      ),
      (
        "ENV npm_config_cache=/c\nRUN --mount=type=cache,target=/c npm ci",
        "npm install, all, lockfile respected, \(modules) mounted"
      ),
      ("RUN npm --prefix web ci", "npm install, all, lockfile respected, to /app/web/node_modules, downloads left"),
      ("RUN npm install -g serve", "npm install, all, lockfile ignored, to system, downloads left"),
      ("RUN npm run build", "npm build"),
      ("RUN npm test", "npm test, tests"),
      ("RUN npm run test:ci", "npm test, tests"),
      ("RUN npx jest --ci", "test, tests"),
      ("RUN npx vite build", "build"),
    ]
  )

  private static let others = PackageRow.rows(
    "node:24-alpine",
    [
      (
        "RUN yarn install --frozen-lockfile --production && yarn cache clean",
        "yarn install, production, lockfile respected, \(modules) removed"
      ),
      (
        "RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn --frozen-lockfile",
        "yarn install, all, lockfile respected, \(modules) mounted"
      ),
      ("RUN yarn jest", "yarn test, tests"),
      ("RUN yarn test", "yarn test, tests"),
      (
        "RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm i --frozen-lockfile --prod",
        "pnpm install, production, lockfile respected, to /app/node_modules, store mounted"
      ),
      (
        "ENV PNPM_HOME=/pnpm\nRUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm install --frozen-lockfile",
        "pnpm install, all, lockfile respected, to /app/node_modules, store mounted"
      ),
      (
        "RUN bun install --frozen-lockfile --production && rm -rf ~/.bun/install/cache",
        "bun install, production, lockfile respected, \(modules) removed"
      ),
      ("RUN bun test", "bun test, tests"),
    ]
  )
}
