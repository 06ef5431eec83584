import Rubric
import Testing

/// Right answers that look unlike the course's own.
@Suite struct HonestVariantTests {
  @Test(arguments: HonestVariant.all)
  fileprivate func `a right answer gets full marks`(variant: HonestVariant) throws {
    let result = try Judge.standard().grade(variant.text)
    let said = result.checks.filter { $0.status != .passed && $0.maxPoints > 0 }.map(\.message)
    #expect(result.missed == [], "\(said) \(result.error ?? "")")
    #expect(result.score == 100)
  }

  /// Those in heredocs reach the shell, where `ci` with one behind it is no command of npm's.
  @Test func `carriage returns at the ends of lines change nothing`() throws {
    for variant in HonestVariant.all where !variant.text.contains("<<") {
      let result = try Judge.standard().grade(variant.text.replacing("\n", with: "\r\n"))
      #expect(result.missed == [], "\(variant.testDescription): \(result.error ?? "")")
    }
  }
}

struct HonestVariant: CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }

  private static let builder = """
    FROM node:26-alpine AS builder
    WORKDIR /app
    COPY package.json package-lock.json ./
    RUN npm ci
    COPY . .
    RUN npm run build

    """
  private static let production = """
    COPY package.json package-lock.json ./
    RUN npm ci --omit=dev

    """
  private static let probe = "HEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/health || exit 1\n"

  static let all = installs + users + notations + runtimes

  private static let installs = [
    HonestVariant(
      "yarn",
      """
      FROM node:22 AS builder
      WORKDIR /app
      COPY . .
      RUN yarn install --frozen-lockfile && yarn build
      FROM node:22-alpine
      WORKDIR /app
      COPY package.json yarn.lock ./
      RUN yarn install --production --frozen-lockfile && yarn cache clean
      COPY --from=builder /app/build build
      USER node
      \(probe)
      """
    ),
    HonestVariant(
      "pnpm deploy",
      """
      FROM node:22-slim AS base
      RUN corepack enable
      FROM base AS builder
      WORKDIR /repo
      COPY . .
      RUN pnpm install --frozen-lockfile && pnpm run -r build && pnpm deploy --filter=web --prod /out
      FROM node:22-slim
      COPY --from=builder /out /app
      USER node
      HEALTHCHECK CMD ["node", "/app/probe.js"]
      """
    ),
    HonestVariant(
      "prune and copy",
      """
      \(builder)RUN npm prune --omit=dev
      FROM node:26-alpine
      WORKDIR /app
      COPY --from=builder /app/node_modules ./node_modules
      COPY --from=builder /app/build ./build
      USER node
      \(probe)
      """
    ),
    HonestVariant(
      "prune and copy everything",
      """
      \(builder)RUN npm prune --omit=dev
      FROM node:26-alpine
      WORKDIR /app
      COPY --from=builder --chown=node:node /app .
      USER node
      \(probe)
      """
    ),
    HonestVariant(
      "a stage of dependencies",
      """
      \(builder)
      FROM node:26-alpine AS dependencies
      WORKDIR /deps
      \(production)
      FROM node:26-alpine
      COPY --from=dependencies /deps/node_modules /app/node_modules
      COPY --from=builder /app/build /app/build
      USER node
      \(probe)
      """
    ),
    HonestVariant(
      "several copies on the way",
      """
      \(builder)
      FROM scratch AS files
      COPY --from=builder /app/build /files/build
      FROM node:26-alpine
      WORKDIR /app
      COPY --from=files /files/build ./build
      \(production)USER node
      \(probe)
      """
    ),
    HonestVariant(
      "workspaces",
      """
      FROM node:26 AS builder
      WORKDIR /repo
      COPY . .
      RUN npm ci && node --run build
      FROM node:26-slim
      WORKDIR /repo
      COPY package*.json ./
      RUN npm ci --omit=dev --workspace=server
      COPY --from=builder /repo/web/build ./web/build
      USER node
      HEALTHCHECK CMD ["node", "probe.js"]
      """
    ),
  ]
}
