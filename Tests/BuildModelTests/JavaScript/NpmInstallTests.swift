import ShellSyntax
import Testing

@testable import BuildModel

struct ActionRow: Sendable, CustomTestStringConvertible {
  var script: String
  var expected: String

  init(_ script: String, _ expected: String) {
    self.script = script
    self.expected = expected
  }

  var testDescription: String { script }
}

@Suite struct NpmInstallTests {
  static let omitting = [
    ActionRow("npm ci --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --omit dev", "prod by --omit"),
    ActionRow("npm --omit=dev ci", "prod by --omit=dev"),
    ActionRow("npm --omit dev ci", "prod by --omit"),
    ActionRow("npm ci -omit=dev", "prod by -omit=dev"),
    ActionRow("npm ci \"--omit=dev\"", "prod by --omit=dev"),
    ActionRow("npm ci --production", "prod by --production (dated)"),
    ActionRow("npm ci --production true", "prod by --production (dated)"),
    ActionRow("npm ci --production=true", "prod by --production=true (dated)"),
    ActionRow("npm ci --production=yes", "prod by --production=yes (dated)"),
    ActionRow("npm ci --prod", "prod by --prod (dated)"),
    ActionRow("npm ci --produ", "prod by --produ (dated)"),
    ActionRow("npm ci --only=production", "prod by --only=production (dated)"),
    ActionRow("npm ci --only=prod", "prod by --only=prod (dated)"),
    ActionRow("npm ci --only production", "prod by --only (dated)"),
    ActionRow("npm ci --omit=dev --omit=optional", "prod by --omit=dev"),
    ActionRow("npm ci --omit=optional --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --omit=peer --production", "prod by --production (dated)"),
    ActionRow("npm ci --omit=dev --ignore-scripts --no-audit --no-fund", "prod by --omit=dev"),
    ActionRow("npm ci --ignore-scripts --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --cache /tmp --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --loglevel=$LEVEL --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --omit=dev $FLAGS", "prod by --omit=dev"),
    ActionRow("npm ci -d --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci -s --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --unknown-flag --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --omit=dev --foo=bar", "prod by --omit=dev"),
    ActionRow("npm --color always ci --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --tag --omit=dev", "prod by --omit=dev"),
    ActionRow("npm_config_production=null npm ci --omit=dev", "prod by --omit=dev"),
    ActionRow("npm ci --omit=dev --dev=false", "prod by --omit=dev"),
    ActionRow("npm ci --no-omit=dev", "prod by --no-omit=dev"),
    ActionRow("NODE_ENV=production npm ci", "prod by NODE_ENV=production"),
    ActionRow("export NODE_ENV=production && npm ci", "prod by NODE_ENV=production"),
    ActionRow("NODE_ENV=production npm ci --no-dev", "prod by NODE_ENV=production"),
    ActionRow("NODE_ENV=production npm ci --omti=dev", "prod by NODE_ENV=production"),
    ActionRow("NPM_CONFIG_OMIT=dev npm ci", "prod by NPM_CONFIG_OMIT=dev"),
    ActionRow("npm_config_omit=dev npm ci", "prod by npm_config_omit=dev"),
    ActionRow("NPM_CONFIG_PRODUCTION=true npm ci", "prod by NPM_CONFIG_PRODUCTION=true"),
    ActionRow("npm_config_Production=1 npm ci", "prod by npm_config_Production=1"),
    ActionRow("NPM_CONFIG_ONLY=production npm ci", "prod by NPM_CONFIG_ONLY=production"),
    ActionRow("NPM_CONFIG_PRODUCTION=true npm ci --omit=optional", "prod by NPM_CONFIG_PRODUCTION=true"),
    ActionRow("NPM_CONFIG_INCLUDE=dev npm ci --include=optional --omit=dev", "prod by --omit=dev"),
    ActionRow("sh -c 'npm ci --omit=dev'", "prod by --omit=dev"),
    ActionRow("env NODE_ENV=production npm ci", "prod by NODE_ENV=production"),
  ]

  static let including = [
    ActionRow("npm ci", "all"),
    ActionRow("npm ci --ignore-scripts", "all"),
    ActionRow("npm ci --production=false", "all, asked by --production=false (dated)"),
    ActionRow("npm ci --production false", "all, asked by --production (dated)"),
    ActionRow("npm ci --no-production", "all, asked by --no-production (dated)"),
    ActionRow("npm ci --include=dev", "all, asked by --include=dev"),
    ActionRow(
      "NODE_ENV=production npm ci --include=dev",
      "all, NODE_ENV=production beaten by --include=dev"
    ),
    ActionRow(
      "NODE_ENV=production npm ci --production=false",
      "all, NODE_ENV=production beaten by --production=false (dated)"
    ),
    ActionRow("NODE_ENV=production npm ci --dev", "all, NODE_ENV=production beaten by --dev (dated)"),
    ActionRow("NODE_ENV=production npm ci --also=dev", "all, NODE_ENV=production beaten by --also=dev (dated)"),
    ActionRow("npm ci --omit=dev --include=dev", "all, --omit=dev beaten by --include=dev"),
    ActionRow("npm ci --include=dev --omit=dev", "all, --omit=dev beaten by --include=dev"),
    ActionRow("npm ci --include dev --production", "all, --production (dated) beaten by --include"),
    ActionRow("NPM_CONFIG_INCLUDE=dev npm ci --omit=dev", "all, --omit=dev beaten by NPM_CONFIG_INCLUDE=dev"),
    ActionRow("npm ci -P", "all, -P saves"),
    ActionRow("npm ci --save-prod", "all, --save-prod saves"),
    ActionRow("npm ci --no-dev", "all"),
    ActionRow("npm ci --dev=false", "all"),
    ActionRow("npm ci -- --production", "all, --production behind --"),
    ActionRow("npm ci -- --omit=dev", "all, --omit=dev behind --"),
    ActionRow("npm ci --omti=dev", "all, unknown --omti=dev, meant --omit=dev"),
    ActionRow("npm ci --omit-dev", "all, unknown --omit-dev, meant --omit=dev"),
    ActionRow("npm ci --only-production", "all, unknown --only-production, meant --omit=dev"),
    ActionRow("npm ci --prodution", "all, unknown --prodution, meant --omit=dev"),
    ActionRow("npm ci --OMIT=dev", "all, unknown --OMIT=dev, meant --omit=dev"),
    ActionRow("npm ci --foo", "all"),
    ActionRow("npm ci --omit=devDependencies", "all, invalid --omit=devDependencies"),
    ActionRow("npm ci --omit=dev,optional", "all, invalid --omit=dev,optional"),
    ActionRow("npm ci --omit", "all, invalid --omit"),
    ActionRow("npm ci --omit --production=false", "all, invalid --omit"),
    ActionRow("npm ci --only=dev", "all, invalid --only=dev (dated)"),
    ActionRow("npm ci --omit=optional", "all, only --omit=optional"),
    ActionRow("npm ci --omit=peer", "all, only --omit=peer"),
    ActionRow("NODE_ENV=Production npm ci", "all, NODE_ENV is Production"),
    ActionRow("NODE_ENV=prod npm ci", "all, NODE_ENV is prod"),
    ActionRow("NODE_ENV=development npm ci", "all"),
    ActionRow("NODE_ENV=production true; npm ci", "all"),
    ActionRow("export NODE_ENV=production; unset NODE_ENV; npm ci", "all"),
    ActionRow(
      "NODE_ENV=production npm ci --omit=optional",
      "all, NODE_ENV=production replaced by --omit=optional"
    ),
    ActionRow(
      "NODE_ENV=production npm ci --omit=devDependencies",
      "all, NODE_ENV=production replaced by --omit=devDependencies"
    ),
    ActionRow("NPM_CONFIG_OMIT=dev,optional npm ci", "all, invalid NPM_CONFIG_OMIT=dev,optional"),
    ActionRow("NPM_CONFIG_PRODUCTION=false npm ci", "all, asked by NPM_CONFIG_PRODUCTION=false"),
    ActionRow("npm ci --pro", "all"),
    ActionRow("npm ci --registry --omit=dev", "all"),
    ActionRow("npm ci --only=prod --only=dev", "all, invalid --only=dev (dated)"),
    ActionRow("npm ci --production --no-production", "all, asked by --no-production (dated)"),
  ]

  static let doubtful = [
    ActionRow("npm ci $FLAGS", "unknown by argument _"),
    ActionRow("npm ci --omit=$KIND", "unknown by --omit=_"),
    ActionRow("npm ci --production=$X", "unknown by --production=_ (dated)"),
    ActionRow("NODE_ENV=$X npm ci", "unknown by NODE_ENV=_"),
    ActionRow("NPM_CONFIG_OMIT=$X npm ci", "unknown by NPM_CONFIG_OMIT=_"),
    ActionRow("NODE_ENV=$X npm ci --omit=dev", "prod by --omit=dev"),
    ActionRow("NODE_ENV=$X npm ci --include=dev", "all, NODE_ENV=_ beaten by --include=dev"),
  ]

  @Test(arguments: [omitting, including, doubtful].flatMap(\.self))
  func `decides over development packages as npm does`(_ row: ActionRow) {
    let unknown: [String: ShellValue] = [
      "FLAGS": .unknown, "KIND": .unknown, "X": .unknown, "LEVEL": .unknown,
    ]
    #expect(actions(row.script, image: unknown) == "npm clean install: " + row.expected)
  }

  @Test(arguments: ["ci", "clean-install", "ic", "install-clean", "isntall-clean", "cit"])
  func `knows every name of a clean install`(_ name: String) {
    #expect(actions("npm \(name) --omit=dev") == "npm clean install: prod by --omit=dev")
  }

  @Test(arguments: [
    ActionRow("npm ci --omit=dev --help; npm ci -h; npm -? ci", ""),
    ActionRow("npm --version run build; npm prune --omit=dev -v; npm ci --versions", ""),
    ActionRow("npm run build -- --help; npm run build --dry-run -- --version", ""),
    ActionRow("npm run build -- --helpful", "npm run build (build)"),
    ActionRow("npm install --omit=dev", "npm install: prod by --omit=dev"),
    ActionRow("npm i --production", "npm install: prod by --production (dated)"),
    ActionRow("npm install", "npm install: all"),
    ActionRow("npm install -P", "npm install: all, -P saves"),
    ActionRow("npm add express", "npm install express: all"),
    ActionRow("npm i -g npm@latest", "npm install global npm@latest: all"),
    ActionRow("npm install --global pm2 serve", "npm install global pm2,serve: all"),
    ActionRow("npm i --location=global pm2", "npm install global pm2: all"),
    ActionRow("npm i -D typescript", "npm install typescript: all"),
    ActionRow("npm i -gD typescript", "npm install global typescript: all"),
    ActionRow("npm --prefix client ci", "npm clean install in client: all"),
    ActionRow("npm ci --prefix=./server --omit=dev", "npm clean install in ./server: prod by --omit=dev"),
    ActionRow("npm -C api install", "npm install in api: all"),
    ActionRow("npm ci -w web --workspace=api", "npm clean install of web,api: all"),
    ActionRow("npm ci --dry-run", ""),
    ActionRow("npm i --package-lock-only", ""),
    ActionRow("npm install -- --production", "npm install: all, --production behind --"),
    ActionRow("npx npm@8 ci --omit=dev", "npm clean install: prod by --omit=dev"),
    ActionRow("exec npm ci", "npm clean install: all"),
    ActionRow("/usr/local/bin/npm ci", "npm clean install: all"),
    ActionRow("npm prune", "npm prune: all"),
    ActionRow("npm prune --omit=dev", "npm prune: prod by --omit=dev"),
    ActionRow("npm prune --production", "npm prune: prod by --production (dated)"),
    ActionRow("NODE_ENV=production npm prune", "npm prune: prod by NODE_ENV=production"),
    ActionRow("npm ci && npm prune --omit=dev", "npm clean install: all; npm prune: prod by --omit=dev"),
    ActionRow("npm cache clean --force", "npm cache clean"),
    ActionRow("npm --version", ""),
    ActionRow("npm", ""),
    ActionRow("npm $CMD", ""),
    ActionRow("npm config set omit=dev", "set omit=dev@user"),
    ActionRow("npm config set omit dev", "set omit=dev@user"),
    ActionRow("npm set production true --location=project", "set production=true@project"),
    ActionRow("npm c set a=1 b=2 -g", "set a=1@global b=2@global"),
    ActionRow("npm config get omit", ""),
    ActionRow("echo omit=dev >> .npmrc", "set omit=dev@project"),
    ActionRow("echo 'omit=dev' > ~/.npmrc", "set omit=dev@user"),
    ActionRow("printf 'omit=dev\\nfund=false\\n' > .npmrc", "set omit=dev@project fund=false@project"),
    ActionRow("cat > .npmrc <<EOF\nomit[]=dev\n# x\nEOF", "set omit=dev@project"),
    ActionRow("echo omit=dev > other", ""),
  ])
  func `reads the other commands of npm`(_ row: ActionRow) {
    let image: [String: ShellValue] = ["CMD": .unknown, "HOME": .known("/root")]
    #expect(actions(row.script, image: image) == row.expected)
  }

  @Test func `the image's environment counts as the command's own`() {
    let image: [String: ShellValue] = ["NODE_ENV": .known("production")]
    #expect(actions("npm ci", image: image) == "npm clean install: prod by NODE_ENV=production")
    #expect(actions("NODE_ENV=development npm ci", image: image) == "npm clean install: all")
    #expect(actions("unset NODE_ENV; npm ci", image: image) == "npm clean install: all")
    #expect(actions("env -i npm ci", image: image) == "npm clean install: all")
  }

  @Test func `settings of files lie below the environment and the command line`() {
    let omit = NodeSetting.parse(npmrc: "; mine\nomit = \"dev\"\n", level: .project)
    #expect(omit == [NodeSetting(key: "omit", value: "dev", level: .project)])
    #expect(actions("npm ci", settings: omit) == "npm clean install: prod by setting omit")
    #expect(
      actions("npm ci --include=dev", settings: omit)
        == "npm clean install: all, setting omit beaten by --include=dev"
    )
    #expect(
      actions("npm ci --omit=optional", settings: omit)
        == "npm clean install: all, setting omit replaced by --omit=optional"
    )
    let production = [NodeSetting(key: "production", value: "true", level: .user)]
    #expect(actions("npm ci", settings: production) == "npm clean install: prod by setting production")
    let unknown = NodeSetting.parse(npmrc: "omit=${KIND}", level: .project)
    #expect(actions("npm ci", settings: unknown) == "npm clean install: unknown by setting omit")
  }
}
