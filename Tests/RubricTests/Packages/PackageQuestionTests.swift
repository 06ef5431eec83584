import BuildModel
import Testing

@Suite struct PackageQuestionTests {
  private func image(_ text: String) throws -> JudgedImage { try Judge.standard().image(of: text) }

  @Test(arguments: [
    ("FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y curl", ["/var/lib/apt/lists"]),
    ("FROM debian:trixie-slim\nRUN apt-get update && rm -rf /var/lib/apt/lists/*", []),
    ("FROM python:3.13 AS b\nRUN pip install flask\nFROM python:3.13-slim\nCOPY --from=b /x /x", []),
    ("FROM python:3.13 AS b\nRUN pip install flask\nFROM b", ["/root/.cache/pip"]),
    ("FROM python:3.13\nRUN pip install flask\nRUN rm -rf /root/.cache", ["/root/.cache/pip hidden"]),
    ("FROM python:3.13\nRUN test -e /x && pip install flask; true", []),
    (
      "FROM golang:1.27\nRUN go build -o /app .",
      ["/go/pkg/mod", "/root/.cache/go-build"]
    ),
  ])
  func `tells which caches stay in the image`(text: String, expected: [String]) throws {
    let caches = try image(text).remainingCaches
    #expect(caches.map { ($0.cache.path ?? "?") + ($0.hiddenBy == nil ? "" : " hidden") } == expected)
  }

  @Test(arguments: [
    ("RUN test -e /x && pip install flask; true", ["/root/.cache/pip"]),
    ("RUN pip install flask && rm -rf $(cat /folders)", ["/root/.cache/pip"]),
    ("RUN pip install --no-cache-dir flask", []),
  ])
  func `doubts caches where a command may not run`(line: String, expected: [String]) throws {
    let found = try image("FROM python:3.13\n\(line)\n")
    #expect(found.doubtfulCaches.map(\.cache.path) == expected)
    #expect(found.remainingCaches.isEmpty)
  }

  @Test(arguments: [
    ("RUN npm ci\nRUN rm -rf ~/.npm", ["rm -rf /root/.npm"]),
    ("RUN npm ci\nRUN npm cache clean --force", ["npm cache clean --force"]),
    ("RUN npm ci\nRUN test -e /x && rm -rf /root/.npm; true", ["rm -rf /root/.npm"]),
    ("RUN npm ci && rm -rf ~/.npm", []),
    ("RUN --mount=type=cache,target=/root/.npm npm ci\nRUN rm -rf /root/.npm", []),
  ])
  func `names what comes a layer too late`(lines: String, expected: [String]) throws {
    let found = try image("FROM node:26\n\(lines)\n").lateRemovals.map(\.text)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("RUN apk add --no-cache build-base curl", ["build-base*", "curl"]),
    ("RUN apk add --no-cache --virtual .deps gcc musl-dev && pip install x && apk del .deps", []),
    (
      "RUN apk add --no-cache -t .deps gcc libffi-dev=3.4-r0\nRUN apk del .deps",
      ["gcc* hidden", "libffi-dev* hidden"]
    ),
    ("RUN apk add --no-cache gcc && apk del gcc && apk add --no-cache gcc", ["gcc*"]),
    ("RUN apk add --no-cache gcc && if [ -e /x ]; then apk del gcc; fi", ["gcc*"]),
  ])
  func `tells which system packages stay`(line: String, expected: [String]) throws {
    let packages = try image("FROM python:3.13-alpine\n\(line)").systemPackages
    #expect(
      packages.map { $0.name + ($0.isForBuilding ? "*" : "") + ($0.hiddenBy == nil ? "" : " hidden") } == expected
    )
  }

  @Test(arguments: [
    ("/venv", "RUN python -m venv /venv && /venv/bin/pip install flask", 1),
    ("/usr/local/lib/python3.13/site-packages", "RUN pip install flask", 1),
    ("/install", "RUN pip install --prefix=/install flask", 1),
    ("/app/.venv", "WORKDIR /app\nRUN uv sync --frozen", 1),
    ("/etc/passwd", "RUN pip install flask", 0),
    ("/other", "RUN pip install --target /packages flask", 0),
  ])
  func `follows installs through copies`(path: String, lines: String, count: Int) throws {
    let text = "FROM python:3.13 AS b\n\(lines)\nFROM python:3.13-slim\nCOPY --from=b \(path) \(path)\n"
    let found = try image(text).arrivedInstalls
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.copiedBy?.stage == 1 })
  }

  @Test func `a folder of node_modules brings its install along`() throws {
    let text = """
      FROM node:26 AS deps
      WORKDIR /app
      RUN npm ci --omit=dev
      FROM node:26-alpine
      COPY --from=deps /app/node_modules ./node_modules
      """
    let found = try image(text).arrivedInstalls
    #expect(found.map(\.step.command) == ["npm ci --omit=dev"])
    #expect(found.first?.copiedBy != nil)
  }

  @Test(arguments: [
    ("go build -o /out/app .", "/out/app", ["/out/app"]),
    ("go build -o /out/app .", "/out/", ["/out/app"]),
    ("go build -o /out/app .", "/etc/ssl/certs", []),
    ("CGO_ENABLED=0 go build -o app . && mv app /server", "/server", ["/src/app"]),
    ("cargo build --release --target-dir /t", "/t/release/app", ["/t/release"]),
    ("mvn -q package", "/src/target/app.jar", ["/src/target"]),
  ])
  func `proves what a build delivers`(command: String, path: String, expected: [String]) throws {
    let text = "FROM golang:1.27 AS b\nWORKDIR /src\nCOPY . .\nRUN \(command)\nFROM scratch\nCOPY --from=b \(path) /x\n"
    let image = try image(text)
    #expect(image.deliveredOutputs.map(\.output.path) == expected)
    #expect(image.contributions.isEmpty == expected.isEmpty)
  }

  @Test(arguments: [
    ("cargo build --release && cp target/release/app /app", "/app", true),
    ("cargo build --release", "/src/target/release/app", false),
  ])
  func `what lies in a mount is lost unless it is copied out`(command: String, path: String, isDelivered: Bool) throws {
    let text = """
      FROM rust:1.98 AS b
      WORKDIR /src
      RUN --mount=type=cache,target=/src/target \(command)
      FROM scratch
      COPY --from=b \(path) /x
      """
    let image = try image(text)
    #expect(image.deliveredOutputs.isEmpty == !isDelivered)
    #expect((image.lostOutputs.isEmpty && image.missingSources.isEmpty) == isDelivered)
  }

  @Test(arguments: [
    ("npm test", [false]), ("npm test || true", [true]), ("npm run lint", []), ("npm test && npm run build", [false]),
    ("npx vitest run; exit 0", [true]), ("npm ci", []),
  ])
  func `tells whether tests decide`(command: String, expected: [Bool]) throws {
    let text = "FROM node:26 AS test\nRUN \(command)\nFROM test AS final\nCMD [\"node\"]\n"
    #expect(try image(text).testSteps(of: 0).map(\.isIgnored) == expected)
    #expect(try image(text).testSteps(of: 1).isEmpty)
  }

  @Test func `a stage that is not needed runs no tests`() throws {
    let text = "FROM maven:3.9-eclipse-temurin-21 AS t\nRUN mvn test\nFROM alpine\nRUN true\n"
    #expect(try image(text).testSteps.isEmpty)
  }

  @Test func `names programs that only building needs`() throws {
    let image = try image("FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y gcc curl\n")
    #expect(image.buildPrograms.map(\.name) == ["gcc"])
    #expect(image.buildPrograms.first?.step?.command == "apt-get install -y gcc curl")
    #expect(image.packagePrograms.map(\.name) == ["apt-get"])
  }

  @Test func `names loose installs and skipped tests of needed stages`() throws {
    let image = try image(
      """
      FROM maven:3.9-eclipse-temurin-21 AS api
      RUN mvn package -DskipTests
      FROM node:26 AS web
      RUN npm install
      FROM node:26 AS unused
      RUN yarn install
      FROM alpine
      COPY --from=api /target /target
      COPY --from=web /node_modules /node_modules
      """
    )
    #expect(image.looseInstalls.map(\.command) == ["npm install"])
    #expect(image.skippedTests.map(\.command) == ["mvn package -DskipTests"])
  }

  @Test(arguments: [
    String(repeating: "RUN pip install a && rm -rf /x\n", count: 5_000),
    "RUN pip install -" + String(repeating: "q", count: 60_000) + "\n",
    "RUN pip install " + String(repeating: "a ", count: 30_000) + "\n",
    "RUN mvn " + String(repeating: "a:b:package ", count: 5_000) + "\n",
    "RUN " + String(repeating: "npx ", count: 15_000) + "jest\n",
    "ENV PATH=" + String(repeating: "/x/bin:", count: 9_000) + "\nRUN python -m venv /v && pip install a\n",
  ])
  func `stays fast on hostile files`(lines: String) throws {
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try image("FROM python:3.13\n" + lines).remainingCaches }
    #expect(time < .seconds(20))
  }
}
