import Testing

@testable import BuildModel

/// Where files of the final image come from.
@Suite struct CopyTests {
  /// `/app/build: output 0 /app/build (0)`: path, content, and the stages on the way.
  private static func files(_ text: String) throws -> [String] {
    try JudgedImage(text).state.files.items.map { item in
      let way = item.lineage.map(String.init).joined(separator: " ")
      return "\(item.path): \(content(item.content))" + (way.isEmpty ? "" : " (\(way))")
    }
  }

  private static func content(_ content: FileItem.Content) -> String {
    switch content {
    case .context(let path): "context \(path)"
    case .image(let image, let path): "\(image.familiarName) \(path)"
    case .inline: "inline"
    case .download(let address): address
    case .modules(let modules): modules.command
    case .output(let stage, let path): "output \(stage) \(path)"
    case .base(let stage, let path): "base \(stage) \(path)"
    }
  }

  @Test(
    arguments: [
      ("COPY a.txt /x/", ["/x/a.txt: context a.txt"]),
      ("COPY a.txt /x", ["/x: context a.txt"]),
      ("COPY a.txt b.txt /x/", ["/x/a.txt: context a.txt", "/x/b.txt: context b.txt"]),
      ("COPY src /x", ["/x: context src"]),
      ("COPY . .", ["/app: context ."]),
      ("COPY ./ ./x", ["/app/x: context ."]),
      ("COPY src ./src/", ["/app/src: context src"]),
      ("ARG D=web\nCOPY $D/a.txt ${D}/", ["/app/web/a.txt: context web/a.txt"]),
      ("COPY [\"a b.txt\", \"/x/\"]", ["/x/a b.txt: context a b.txt"]),
      ("COPY --parents a/b.txt /x/", ["/x/a/b.txt: context a/b.txt"]),
      ("COPY ../../a.txt /x/", ["/x/a.txt: context a.txt"]),
      ("COPY <<EOF /x/a.txt\nhello\nEOF", ["/x/a.txt: inline"]),
      ("COPY <<a <<b /x/\n1\na\n2\nb", ["/x/a: inline", "/x/b: inline"]),
      ("ADD https://example.org/a.tgz /x/", ["/x/a.tgz: https://example.org/a.tgz"]),
      ("COPY --from=nginx:alpine /etc/nginx /x", ["/x: nginx:alpine /etc/nginx"]),
    ]
  )
  func `files come from the context, images, heredocs and addresses`(line: String, files: [String]) throws {
    #expect(try Self.files("FROM scratch\nWORKDIR /app\n\(line)\n") == files)
  }

  /// A builder that copies, builds and installs. Its commands may have changed whatever it copied before.
  private static let builder = """
    FROM node:26 AS builder
    WORKDIR /app
    COPY package.json ./
    COPY src ./src
    RUN npm ci && npm run build
    FROM scratch
    WORKDIR /srv

    """

  @Test(
    arguments: [
      (
        "COPY --from=builder /app/package.json ./",
        ["/srv/package.json: context package.json (0)", "/srv/package.json: output 0 /app/package.json (0)"]
      ),
      (
        "COPY --from=builder /app/package.json ./p.json",
        ["/srv/p.json: context package.json (0)", "/srv/p.json: output 0 /app/package.json (0)"]
      ),
      (
        "COPY --from=builder /app/src/a.js ./",
        ["/srv/a.js: context src/a.js (0)", "/srv/a.js: output 0 /app/src/a.js (0)"]
      ),
      ("COPY --from=builder /app/node_modules ./node_modules", ["/srv/node_modules: npm ci (0)"]),
      ("COPY --from=builder /app/node_modules /m/", ["/m: npm ci (0)"]),
      (
        "COPY --from=builder /app ./",
        [
          "/srv/package.json: context package.json (0)", "/srv/src: context src (0)",
          "/srv/node_modules: npm ci (0)", "/srv: output 0 /app (0)",
        ]
      ),
      (
        "COPY --from=builder --exclude=node_modules /app ./",
        ["/srv/package.json: context package.json (0)", "/srv/src: context src (0)", "/srv: output 0 /app (0)"]
      ),
      ("COPY --from=builder /app/build ./build", ["/srv/build: output 0 /app/build (0)"]),
      ("COPY --from=builder /usr/lib/libx.so /usr/lib/", ["/usr/lib/libx.so: base 0 /usr/lib/libx.so (0)"]),
      ("COPY --from=builder /app/web/node_modules ./web/node_modules", ["/srv/web/node_modules: npm ci (0)"]),
      ("RUN --mount=from=builder,source=/app,target=/b cp -r /b/node_modules .", ["/srv/node_modules: npm ci (0)"]),
      (
        "RUN --mount=from=builder,source=/app,target=/from cp -r /from/build ./web",
        ["/srv/web: output 0 /app/build (0)"]
      ),
      ("RUN --mount=from=builder,source=/app,target=/from ls /from", []),
      ("RUN --mount=type=cache,target=/srv/node_modules npm ci", []),
    ]
  )
  func `files come from other stages`(line: String, files: [String]) throws {
    #expect(try Self.files(Self.builder + line + "\n") == files)
  }

  /// The node_modules of the final image, and what made them.
  private static func modules(_ text: String) throws -> [String] {
    try JudgedImage(text).modules.map { "\($0.path): \($0.modules.command)" }
  }

  @Test(
    arguments: [
      ("RUN rm -rf node_modules", []),
      ("RUN rm -rf /app", []),
      ("RUN rm -rf ./*", []),
      ("RUN cd / && rm -r app/node_modules", []),
      ("RUN rm -rf /app/node_modules/.cache", ["/app/node_modules: npm ci"]),
      ("RUN mv node_modules /m", ["/m: npm ci"]),
      ("RUN cp -r node_modules /m", ["/app/node_modules: npm ci", "/m: npm ci"]),
      ("RUN cp -R node_modules /m/", ["/app/node_modules: npm ci", "/m/node_modules: npm ci"]),
      ("RUN cp -r -t /m node_modules x", ["/app/node_modules: npm ci", "/m/node_modules: npm ci"]),
      ("RUN cp -r x node_modules -t /m", ["/app/node_modules: npm ci", "/m/node_modules: npm ci"]),
      ("RUN mv --target-directory=/m node_modules", ["/m/node_modules: npm ci"]),
      ("RUN cp -r {x,node_modules} /m", ["/app/node_modules: npm ci", "/m/node_modules: npm ci"]),
      ("RUN rm -rf {a,node_{modules,x}}", []), ("RUN rm -rf {node_modules}", ["/app/node_modules: npm ci"]),
      ("RUN echo rm -rf node_modules", ["/app/node_modules: npm ci"]),
      ("RUN test -d x && rm -rf node_modules", []),
      ("RUN test -d x || rm -rf node_modules", ["/app/node_modules: npm ci"]),
      ("RUN if test -d x; then rm -rf node_modules; fi", ["/app/node_modules: npm ci"]),
      ("RUN rm -rf \"$(cat names)\"", ["/app/node_modules: npm ci"]),
      ("RUN npm install --omit=dev", ["/app/node_modules: npm install --omit=dev"]),
      ("RUN npm prune --omit=dev", ["/app/node_modules: npm prune --omit=dev"]),
      ("RUN npm prune", ["/app/node_modules: npm ci"]),
      ("WORKDIR /web\nRUN npm ci", ["/app/node_modules: npm ci", "/web/node_modules: npm ci"]),
      (
        "RUN npm --prefix server ci", ["/app/node_modules: npm ci", "/app/server/node_modules: npm --prefix server ci"]
      ),
      ("RUN cd server && npm ci", ["/app/node_modules: npm ci", "/app/server/node_modules: npm ci"]),
      ("RUN npm install -g serve", ["/app/node_modules: npm ci"]),
    ]
  )
  func `commands move and remove node_modules`(line: String, modules: [String]) throws {
    #expect(try Self.modules("FROM node:26\nWORKDIR /app\nRUN npm ci\n\(line)\n") == modules)
  }

  @Test(
    arguments: [
      ("FROM b\n", ["/app/node_modules: npm ci"]),
      ("FROM b\nRUN npm prune --omit=dev\n", ["/app/node_modules: npm prune --omit=dev"]),
      ("FROM scratch\nCOPY --from=b /app /app\n", ["/app/node_modules: npm ci"]),
      ("FROM scratch\nCOPY --from=b / /\n", ["/app/node_modules: npm ci"]),
      ("FROM scratch\nCOPY --from=b /app/* /x/\n", ["/x: npm ci"]),
      ("FROM scratch\nCOPY --from=b /app/node_m* /x/\n", ["/x: npm ci"]),
      ("FROM scratch\nCOPY --from=b /app/build /x\n", []),
      ("FROM scratch\nCOPY --from=b --exclude=**/node_modules /app /app\n", []),
      ("FROM scratch AS c\nCOPY --from=b /app /c\nFROM scratch\nCOPY --from=c /c/node_modules /d\n", ["/d: npm ci"]),
      ("FROM scratch\nCOPY --from=b /app/node_modules/express /x\n", []),
    ]
  )
  func `node_modules follow stages and copies`(stages: String, modules: [String]) throws {
    #expect(try Self.modules("FROM node:26 AS b\nWORKDIR /app\nRUN npm ci && npm run build\n" + stages) == modules)
  }

  @Test func `the way through several stages is kept, first one first`() throws {
    let text = """
      FROM node:26 AS a
      WORKDIR /app
      RUN npm ci --omit=dev
      FROM scratch AS b
      COPY --from=a /app/node_modules /m
      FROM scratch
      COPY --from=b /m /app/node_modules

      """
    let image = try JudgedImage(text)
    let found = try #require(image.modules.first)
    #expect(found.item.lineage == [0, 1])
    #expect(found.modules.development.isOmitted && found.modules.isCertain && found.modules.isClean)
    #expect(image.contributors == [0, 1])
    #expect(image.line(of: found.modules.origin) == 3)
    #expect(image.line(of: found.item.origin) == 7)
  }

  @Test(
    arguments: [
      ("RUN --mount=from=builder,target=/from true", false),
      ("RUN --mount=from=builder,target=/from ls -l /from && test -d /from/app", false),
      ("RUN --mount=from=builder,target=/from echo /from", false),
      ("RUN --mount=from=builder,target=/from cp -r /from/app/build /web", true),
      ("RUN --mount=from=builder,target=/from tar -C /from/app -cf - build | tar -x", true),
      ("RUN --mount=from=builder,target=/from rsync -a /from/app/ .", true),
      ("RUN --mount=from=builder,source=/app,target=/from cd /from && npm pack", true),
      ("COPY --from=builder /usr/lib/os-release /", false),
      ("COPY --from=builder /app/package.json ./", false),
      ("COPY --from=builder /app/package*.json /app/yarn.lock ./", false),
      ("COPY --from=builder /app/package.json /app/build ./", true),
    ]
  )
  func `a build contributes what is taken from its stage`(line: String, contributes: Bool) throws {
    #expect(try JudgedImage(Self.builder + line + "\n").contributions.isEmpty == !contributes)
  }

  @Test(
    arguments: [
      ("FROM scratch\nCOPY --from=b / /", "b"), ("FROM scratch\nCOPY --from=b /. /x/", "b"),
      ("FROM scratch\nCOPY --from=b /* /", "b"), ("FROM scratch\nCOPY --from=b /app /", nil),
      ("FROM scratch AS c\nCOPY --from=b / /\nFROM scratch\nCOPY --from=c / /", "b"),
      ("FROM scratch AS c\nCOPY --from=b /app /\nFROM scratch\nCOPY --from=c / /", nil),
      ("FROM node:alpine AS c\nRUN npm ci\nFROM scratch\nCOPY --from=c / /", nil),
      ("FROM node:alpine AS c\nRUN npm run build\nFROM scratch\nCOPY --from=c / /", "c"),
      ("FROM example.org/unknown AS c\nFROM scratch\nCOPY --from=c / /", "c"),
    ]
  )
  func `a whole file system brings its stage along`(stages: String, stage: String?) throws {
    let image = try JudgedImage("FROM node:26 AS b\nWORKDIR /app\nRUN npm ci\n\(stages)\n")
    #expect(image.wholeStage?.stage.name == stage)
  }

  @Test func `very many copies of very many files cost no more than their number`() throws {
    let files = (0..<300).map { "COPY a\($0) /x/\($0)\n" }.joined()
    let copies = (0..<20_000).map { "COPY --from=a / /y/\($0)\n" }.joined()
    let image = try JudgedImage("FROM scratch AS a\n\(files)FROM scratch\n\(copies)")
    #expect(image.contributors == [0])
    #expect(image.state.followedFiles < 1 << 18)
  }

  @Test func `very many files are followed up to a limit`() throws {
    let text = "FROM scratch\n" + (0..<5000).map { "COPY a\($0) /x/\($0)\n" }.joined()
    #expect(try JudgedImage(text).state.files.items.count <= 4096)
  }
}
