import ShellSyntax
import Testing

@testable import BuildModel

@Suite struct OtherManagersTests {
  @Test(arguments: [
    ActionRow("yarn build --help; yarn --help; yarn install -h; yarn run build -h", ""),
    ActionRow("yarn", "yarn install: all"),
    ActionRow("yarn install", "yarn install: all"),
    ActionRow("yarn --frozen-lockfile", "yarn clean install: all"),
    ActionRow("yarn install --production", "yarn install: prod by --production"),
    ActionRow("yarn install --production=true", "yarn install: prod by --production=true"),
    ActionRow("yarn install --prod --frozen-lockfile", "yarn clean install: prod by --prod"),
    ActionRow("yarn --production", "yarn install: prod by --production"),
    ActionRow("NODE_ENV=production yarn --frozen-lockfile", "yarn clean install: prod by NODE_ENV=production"),
    ActionRow("NODE_ENV=Production yarn", "yarn install: all, NODE_ENV is Production"),
    ActionRow("yarn install --production=false", "yarn install: all, asked by --production=false"),
    ActionRow(
      "NODE_ENV=production yarn install --production=false",
      "yarn install: all, NODE_ENV=production beaten by --production=false"
    ),
    ActionRow("yarn install --production false", "yarn install: all, asked by --production"),
    ActionRow("yarn --cwd web install", "yarn install in web: all"),
    ActionRow("yarn install --immutable", "yarnBerry clean install: all"),
    ActionRow(
      "NODE_ENV=production yarn install --immutable",
      "yarnBerry clean install: all, NODE_ENV=production not in Yarn 2"
    ),
    ActionRow("yarn workspaces focus --production", "yarnBerry focus: prod by --production"),
    ActionRow("yarn workspaces focus --all --production", "yarnBerry focus: prod by --production"),
    ActionRow("yarn workspaces focus web", "yarnBerry focus of web: all"),
    ActionRow("yarn add -D x", "yarn install x: all"),
    ActionRow("yarn global add serve", "yarn install global serve: all"),
    ActionRow("yarn cache clean", "yarn cache clean"),
    ActionRow("yarn build", "yarn run build (build)"),
    ActionRow("yarn run build --prod", "yarn run build (build)"),
    ActionRow("yarn test", "yarn run test"),
    ActionRow("yarn tsc -p .", "build tsc"),
    ActionRow("yarn tsc --noEmit", "yarn run tsc"),
    ActionRow("yarn vite build --mode production", "build vite"),
    ActionRow("yarn workspace web build", "yarn run build (build)"),
    ActionRow("yarn workspaces foreach -A run build", "yarn run build (build)"),
    ActionRow("yarn --cwd web build", "yarn run build (build) in web"),
    ActionRow("yarn set version berry", "choose yarnBerry"),
    ActionRow("yarn set version 1.22.19", "choose yarnClassic"),
    ActionRow("corepack prepare yarn@4.1.0 --activate", "choose yarnBerry"),
    ActionRow("corepack enable", ""),
    ActionRow("corepack yarn@4.1.0 install --production", "yarnBerry install: all, --production not in Yarn 2"),
    ActionRow("yarn --version", ""),
    ActionRow("yarn install $X", "yarn install: unknown by argument _"),
  ])
  func `reads Yarn`(_ row: ActionRow) {
    #expect(actions(row.script, image: ["X": .unknown]) == row.expected)
  }

  @Test func `what Yarn is decides over its flags`() {
    let script = "yarn install --production"
    #expect(actions(script, yarn: .yarnClassic) == "yarnClassic install: prod by --production")
    #expect(actions(script, yarn: .yarnBerry) == "yarnBerry install: all, --production not in Yarn 2")
  }

  @Test(arguments: [
    ActionRow("pnpm build --help; pnpm i -h; bun run build --help; bun i -h", ""),
    ActionRow("pnpm install", "pnpm install: all"),
    ActionRow("pnpm i --prod", "pnpm install: prod by --prod"),
    ActionRow("pnpm install -P --frozen-lockfile", "pnpm clean install: prod by -P"),
    ActionRow("pnpm install --frozen-lockfile --production", "pnpm clean install: prod by --production"),
    ActionRow("pnpm install --prod=false", "pnpm install: all, asked by --prod=false"),
    ActionRow("NODE_ENV=production pnpm i", "pnpm install: prod by NODE_ENV=production"),
    ActionRow("NODE_ENV=production pnpm i --no-prod", "pnpm install: all, NODE_ENV=production beaten by --no-prod"),
    ActionRow("CI=true pnpm i", "pnpm clean install: all"),
    ActionRow("CI=true pnpm i --no-frozen-lockfile", "pnpm install: all"),
    ActionRow("pnpm --filter web --prod i", "pnpm install of web: prod by --prod"),
    ActionRow("pnpm -C api install", "pnpm install in api: all"),
    ActionRow("pnpm prune --prod", "pnpm prune: prod by --prod"),
    ActionRow("pnpm prune", "pnpm prune: all"),
    ActionRow("pnpm deploy --prod /out", "deploy to /out: prod by --prod"),
    ActionRow("pnpm --filter=app --prod deploy /out", "deploy to /out: prod by --prod"),
    ActionRow("pnpm deploy /out", "deploy to /out: all"),
    ActionRow("pnpm build", "pnpm run build (build)"),
    ActionRow("pnpm -r build", "pnpm run build (build)"),
    ActionRow("pnpm run build", "pnpm run build (build)"),
    ActionRow("pnpm --filter web run build", "pnpm run build (build)"),
    ActionRow("pnpm recursive run build", "pnpm run build (build)"),
    ActionRow("pnpm exec tsc", "build tsc"),
    ActionRow("pnpm dlx vite build", "build vite"),
    ActionRow("pnpm test", "pnpm run test"),
    ActionRow("pnpm store prune", "pnpm cache clean"),
    ActionRow("pnpm add -g serve", "pnpm install global serve: all"),
    ActionRow("bun install", "bun install: all"),
    ActionRow("bun install --production --frozen-lockfile", "bun clean install: prod by --production"),
    ActionRow("bun i -p", "bun install: prod by -p"),
    ActionRow("bun install --omit=dev", "bun install: prod by --omit=dev"),
    ActionRow("bun install --omit dev", "bun install: prod by --omit"),
    ActionRow("bun ci", "bun clean install: all"),
    ActionRow("NODE_ENV=production bun install", "bun install: unknown by NODE_ENV=production"),
    ActionRow("bun run build", "bun run build (build)"),
    ActionRow("bun build ./src/index.ts --outdir dist", "build bun"),
    ActionRow("bunx vite build", "build vite"),
    ActionRow("bun test", ""),
  ])
  func `reads pnpm and Bun`(_ row: ActionRow) {
    #expect(actions(row.script) == row.expected)
  }

  @Test(arguments: [
    ActionRow("node --check build.js; node -c build.js; node --run build -- --help; node -e 1 build.js", ""),
    ActionRow("make -n; make --dry-run all; make -j4 all", "build make"),
    ActionRow("npx cross-env NODE_ENV=production CI=1 webpack", "build webpack"),
    ActionRow("npx cross-env NODE_ENV=production npm ci", "npm clean install: prod by NODE_ENV=production"),
    ActionRow("npx cross-env A=1 cross-env B=2", ""),
    ActionRow("tsc --showConfig; vite build -h; turbo run build --dry", ""),
    ActionRow("npm run build", "npm run build (build)"),
    ActionRow("npm run-script build", "npm run build (build)"),
    ActionRow("npm run build:prod", "npm run build:prod (build)"),
    ActionRow("npm run -s build -- --prod", "npm run build (build)"),
    ActionRow("npm run build --if-present --workspace=web", "npm run build (build)"),
    ActionRow("npm --prefix client run build", "npm run build (build) in client"),
    ActionRow("npm run client:build", "npm run client:build (build)"),
    ActionRow("npm run compile", "npm run compile (build)"),
    ActionRow("npm test", "npm run test"),
    ActionRow("npm run lint", "npm run lint"),
    ActionRow("npm run build:test", "npm run build:test"),
    ActionRow("npm start", "npm run start"),
    ActionRow("npm run $S", "npm run _"),
    ActionRow("npx vite build", "build vite"),
    ActionRow("npx --yes -p typescript tsc", "build tsc"),
    ActionRow("npx -c 'tsc && vite build'", "build tsc"),
    ActionRow("npm exec -- webpack --mode production", "build webpack"),
    ActionRow("npx nx build web", "build nx"),
    ActionRow("npx nx run web:build", "build nx"),
    ActionRow("nx run-many --target=build", "build nx"),
    ActionRow("nx test web", ""),
    ActionRow("turbo build", "build turbo"),
    ActionRow("npx turbo run build --filter=web", "build turbo"),
    ActionRow("vite build", "build vite"),
    ActionRow("vite", ""),
    ActionRow("vite preview", ""),
    ActionRow("next build", "build next"),
    ActionRow("next start", ""),
    ActionRow("react-scripts build", "build react-scripts"),
    ActionRow("./node_modules/.bin/ng build --configuration production", "build ng"),
    ActionRow("npx @angular/cli@17 build", "build ng"),
    ActionRow("ng test", ""),
    ActionRow("webpack", "build webpack"),
    ActionRow("webpack serve", ""),
    ActionRow("tsc --version", ""),
    ActionRow("tsc --noEmit", ""),
    ActionRow("esbuild src/a.ts --bundle", "build esbuild"),
    ActionRow("rollup -c", "build rollup"),
    ActionRow("parcel build index.html", "build parcel"),
    ActionRow("node build.js", "build node build.js"),
    ActionRow("node scripts/build.mjs", "build node scripts/build.mjs"),
    ActionRow("node server.js", ""),
    ActionRow("node build/server.js", ""),
    ActionRow("go build -v ./...", "build go"),
    ActionRow("go test ./...", ""),
    ActionRow("mvn -B clean package -DskipTests", "build mvn"),
    ActionRow("./mvnw package", "build mvnw"),
    ActionRow("mvn test", ""),
    ActionRow("./gradlew clean :app:bootJar", "build gradlew"),
    ActionRow("cargo build --release", "build cargo"),
    ActionRow("dotnet publish -c Release", "build dotnet"),
    ActionRow("make", "build make"),
    ActionRow("make test", ""),
    ActionRow("gcc -o a a.c", "build gcc"),
    ActionRow("cmake --build .", "build cmake"),
    ActionRow("echo npm run build", ""),
    ActionRow("ls", ""),
  ])
  func `tells builds from other commands`(_ row: ActionRow) {
    #expect(actions(row.script, image: ["S": .unknown]) == row.expected)
  }

  @Test func `survives words of any kind`() {
    let words = [
      "npm", "npx", "yarn", "pnpm", "bun", "corepack", "--", "-", "---", "--=", "=", "--no-", "--no-no-omit", "-w",
      "-c",
      "ci", "run", "config", "set", "--omit", "--omit=", "dev", "workspaces", "focus", "foreach", "@", "yarn@", "",
      "\u{0}",
    ]
    var texts: Set<String> = []
    for first in words {
      for second in words {
        for third in words where !third.isEmpty {
          texts.insert(actions("'\(first)' '\(second)' '\(third)' \(first) $X", image: ["X": .unknown]))
        }
      }
    }
    #expect(texts.count > 20)
  }
}
