import Diagnostics
import Rubric
import Testing

/// What really leaves development dependencies out, in whole files with two and three stages.
@Suite struct InstallSpellingTests {
  @Test(arguments: Spelling.right, Place.allCases)
  fileprivate func `a right spelling passes`(spelling: Spelling, place: Place) throws {
    let result = try Judge.standard().grade(place.dockerfile(spelling))
    let check = try #require(result["production-dependencies"], "\(result.error ?? "")")
    #expect(check.status == .passed, "\(check.message)")
    #expect(check.notes.map(\.fix) == (spelling.isDated ? ["--omit=dev"] : []))
  }

  @Test(arguments: Spelling.wrong, Place.allCases)
  fileprivate func `a wrong spelling fails`(spelling: Spelling, place: Place) throws {
    let result = try Judge.standard().grade(place.dockerfile(spelling))
    let check = try #require(result["production-dependencies"], "\(result.error ?? "")")
    #expect(check.status == .failed, "\(check.message)")
    #expect(check.range != nil)
  }
}

private enum Place: CaseIterable {
  case finalStage, copiedFromStage

  func dockerfile(_ spelling: Spelling) -> String {
    let install = """
      WORKDIR /app
      COPY package.json package-lock.json yarn.lock pnpm-lock.yaml ./
      \(spelling.lines)

      """
    let builder = "FROM node:22 AS builder\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\n"
    let build = "COPY --from=builder /app/build /app/build\nCMD [\"node\", \"index.js\"]\n"
    switch self {
    case .finalStage:
      return builder + "FROM node:22-alpine\n" + install + build
    case .copiedFromStage:
      let copy = "COPY --from=dependencies \(spelling.folder)/node_modules /app/node_modules\n"
      return builder + "FROM node:22-alpine AS dependencies\n" + install + "FROM node:22-alpine\n" + copy + build
    }
  }
}

private struct Spelling: CustomTestStringConvertible {
  let lines: String
  /// npm warns about it, and has another way to say it.
  let isDated: Bool
  /// Where node_modules comes to lie.
  let folder: String

  var testDescription: String { lines }

  private init(_ lines: String, isDated: Bool = false, folder: String = "/app") {
    self.lines = lines
    self.isDated = isDated
    self.folder = folder
  }

  static let right: [Spelling] =
    [
      "RUN npm ci --omit=dev",
      "RUN npm ci --omit dev",
      "RUN npm --omit=dev ci",
      "RUN [\"npm\", \"ci\", \"--omit=dev\"]",
      "RUN npm clean-install --omit=dev",
      "RUN npm ic --omit=dev",
      "RUN npm install-clean --omit=dev",
      "RUN npm isntall-clean --omit=dev",
      "ENV NODE_ENV=production\nRUN npm ci",
      "ARG NODE_ENV=production\nRUN npm ci",
      "RUN NODE_ENV=production npm ci",
      "RUN export NODE_ENV=production && npm ci",
      "ENV NPM_CONFIG_OMIT=dev\nRUN npm ci",
      "ENV npm_config_omit=dev\nRUN npm ci",
      "RUN NPM_CONFIG_OMIT=dev npm ci",
      "COPY <<EOF .npmrc\nomit=dev\nEOF\nRUN npm ci",
      "RUN npm config set omit=dev && npm ci",
      "RUN npm config set omit dev\nRUN npm ci",
      "RUN npm ci --omit=dev --omit=optional",
      "RUN npm install --omit=dev",
      "RUN npm i --omit=dev",
      "RUN npm ci && npm prune --omit=dev",
      "RUN npm ci\nRUN npm prune --omit=dev",
      "RUN npm ci && NODE_ENV=production npm prune",
      "RUN yarn install --production --frozen-lockfile",
      "RUN yarn install --production=true",
      "RUN yarn install --prod --frozen-lockfile",
      "RUN yarn --production",
      "ENV NODE_ENV=production\nRUN yarn install --frozen-lockfile",
      "RUN corepack enable && corepack prepare yarn@4.5.0 --activate && yarn workspaces focus --production",
      "RUN corepack enable && yarn set version 4.5.0 && yarn workspaces focus --all --production",
      "RUN corepack enable && pnpm install --prod --frozen-lockfile",
      "RUN npm install -g pnpm && pnpm i -P",
      "RUN npm install -g pnpm && pnpm install --frozen-lockfile && pnpm prune --prod",
      "ENV NODE_ENV=production\nRUN npx pnpm install --frozen-lockfile",
      "RUN npm install -g bun && bun install --production",
    ].map { Spelling($0) } + [
      Spelling("RUN npm install -g pnpm && pnpm deploy --filter=web --prod /pruned", folder: "/pruned")
    ]
    + [
      "ENV NPM_CONFIG_PRODUCTION=true\nRUN npm ci",
      "RUN npm ci --production",
      "RUN npm ci --production true",
      "RUN npm ci --prod",
      "RUN npm ci --only=production",
      "RUN npm ci --only=prod",
      "RUN npm ci --only production",
      "RUN npm install --production",
      "RUN npm ci && npm prune --production",
    ].map { Spelling($0, isDated: true) }

  static let wrong: [Spelling] = [
    "RUN npm ci",
    "RUN npm install",
    "RUN npm ci --production=false",
    "RUN npm ci --no-production",
    "RUN NODE_ENV=production npm ci --include=dev",
    "ENV NODE_ENV=production\nRUN npm ci --production=false",
    "RUN npm ci --omit=dev --include=dev",
    "RUN npm ci -P",
    "RUN npm ci --no-dev",
    "RUN npm ci --dev=false",
    "RUN npm ci -- --production",
    "RUN npm ci -- --omit=dev",
    "RUN npm ci --omti=dev",
    "RUN npm ci --omit-dev",
    "RUN npm ci --omit=devDependencies",
    "RUN npm ci --omit=dev,optional",
    "RUN npm ci --omit=optional",
    "RUN npm ci --omit=peer",
    "RUN npm ci && npm prune",
    "ENV NODE_ENV=Production\nRUN npm ci",
    "ENV NODE_ENV=prod\nRUN npm ci",
    "RUN npm ci\nENV NODE_ENV=production",
    "RUN echo npm ci --omit=dev && npm ci",
    "COPY <<EOF .npmrc\nomit=optional\nEOF\nRUN npm ci",
    "RUN npm ci --omit=dev && npm ci",
    "RUN yarn install --frozen-lockfile",
    "RUN yarn",
    "RUN yarn install --production=false",
    "RUN corepack enable && corepack prepare yarn@4.5.0 --activate && yarn install --immutable",
    "ENV NODE_ENV=production\nRUN corepack enable && yarn set version 4.5.0 && yarn install --immutable",
    "RUN corepack enable && pnpm install --frozen-lockfile",
    "RUN npm install -g bun && bun install",
  ].map { Spelling($0) }
}
