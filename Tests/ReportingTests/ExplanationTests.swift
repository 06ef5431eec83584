import BuildModel
import Diagnostics
import DockerfileSyntax
import Foundation
import TestKit
import Testing

@testable import Reporting

/// What `stagecraft explain FILE:LINE` shows.
struct ExplanationTests {
  private static let shop = """
    # syntax=docker/dockerfile:1
    # A shop.
    ARG VERSION=26
    ARG APP_USER=node

    FROM node:${VERSION} AS deps
    WORKDIR /app
    COPY package*.json ./
    RUN npm ci
    FROM deps AS builder
    COPY . .
    RUN npm run build \\
      # the tests are elsewhere
      && rm -rf src
    FROM builder AS test
    RUN --network=none npm test
    USER tester
    FROM node:${VERSION} AS production
    ARG APP_USER
    ARG TOKEN
    ENV NODE_ENV=production PORT=${PORT:-3000}
    ENV PORT=80
    WORKDIR srv
    COPY --from=builder --chown=${APP_USER}:node --link /app/build ./build
    ADD https://example.org/tool.tar.gz /opt/
    COPY <<EOF /etc/motd
    hello
    EOF
    RUN --mount=type=cache,target=/root/.npm <<EOF
    npm install --omit=dev && addgroup -S app && adduser -S -G app app
    if test -f x; then mkdir -p data; fi
    EOF
    EXPOSE ${PORT} 443/udp
    VOLUME ["/srv/data"]
    LABEL org.example.tier=${TIER:-front} version=${VERSION}
    SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
    STOPSIGNAL SIGINT
    MAINTAINER someone@example.org
    CMD node old.js
    ENTRYPOINT ["docker-entrypoint.sh"]
    HEALTHCHECK --interval=10s --retries=1 CMD curl -f http://localhost/
    HEALTHCHECK NONE
    USER ${APP_USER}
    ONBUILD RUN echo later
    CMD ["node", "server.js"]

    """

  private static let hostile =
    "FROM node AS b\nENV \u{1B}[31m=\u{9B}1\nUSER ${X:-\u{1B}c}\n"
    + "RUN echo \u{1B}[8m && rm \u{202E}x\nCOPY \u{07} /\u{1B}[0m\n#\u{1B}[1m\nCMD [\"\u{1B}\"]\n"

  private static let hostileNames = "FROM a\u{1B}[2J AS b\u{202E}\nFROM node\u{1B}]0;x\u{07} AS c\nUSER \u{9B}m\n"

  private static let refused = "FROM node\nUSER node\nRUNN npm ci\nEXPOSE 80\nCOPY a\n"

  private struct Case {
    var golden: String
    var text: String
    var lines: [Int]
    var style = Style.plain
    var width = 80
    var column: Int?
  }

  private static let cases = [
    Case(golden: "explain-comments.txt", text: shop, lines: [1, 2, 5]),
    Case(golden: "explain-arg.txt", text: shop, lines: [3, 4, 19, 20]),
    Case(golden: "explain-from.txt", text: shop, lines: [6, 10, 15, 18]),
    Case(golden: "explain-workdir.txt", text: shop, lines: [7, 23]),
    Case(golden: "explain-copy.txt", text: shop, lines: [8, 11, 24, 25, 26, 27, 28]),
    Case(golden: "explain-run.txt", text: shop, lines: [9, 12, 13, 14, 16, 29, 31]),
    Case(golden: "explain-env.txt", text: shop, lines: [21, 22]),
    Case(golden: "explain-expose-volume.txt", text: shop, lines: [33, 34]),
    Case(golden: "explain-label.txt", text: shop, lines: [35]),
    Case(golden: "explain-shell-stopsignal.txt", text: shop, lines: [36, 37, 38]),
    Case(golden: "explain-commands.txt", text: shop, lines: [39, 40, 45]),
    Case(golden: "explain-healthcheck.txt", text: shop, lines: [41, 42]),
    Case(golden: "explain-user.txt", text: shop, lines: [17, 43]),
    Case(golden: "explain-onbuild.txt", text: shop, lines: [44]),
    Case(golden: "explain-40.txt", text: shop, lines: [9, 24, 29, 43], width: 40),
    Case(golden: "explain-coloured.txt", text: shop, lines: [17, 29, 43], style: .coloured),
    Case(golden: "explain-column.txt", text: shop, lines: [24], style: .uncoloured, column: 8),
    Case(golden: "explain-refused.txt", text: refused, lines: [1, 2, 3, 4, 5]),
    Case(golden: "explain-hostile.txt", text: hostile, lines: Array(1...7)),
    Case(golden: "explain-hostile-names.txt", text: hostileNames, lines: [1, 2, 3]),
  ]

  static let goldens = cases.map(\.golden) + ["explain.json"]

  private static func explainer(_ text: String, target: String? = nil) -> (Explainer, SourceFile) {
    let source = SourceFile(path: "Dockerfile", text: text)
    let options = BuildOptions(
      target: target,
      arguments: ["VERSION": "27"],
      baseImages: .small,
      packageManagers: .small
    )
    let document = Document(parsing: source.bytes)
    return (Explainer(file: "Dockerfile", source: source, document: document, options: options), source)
  }

  @Test(arguments: cases.indices)
  func `explains as recorded`(index: Int) throws {
    let item = Self.cases[index]
    let (explainer, source) = Self.explainer(item.text)
    let printer = ExplanationText(TextOptions(width: item.width, style: item.style))
    var lines: [String] = []
    for line in item.lines {
      let found = try #require(explainer.explanation(line: line, column: item.column))
      lines += printer.lines(of: found, in: source) + [String(repeating: "=", count: 20)]
    }
    if item.style == .plain {
      let widest = lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0
      #expect(widest <= item.width)
      #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
    }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    #expect(try GoldenFile(item.golden).difference(from: bytes) == nil)
  }

  @Test
  func `says the same in JSON`() throws {
    let (explainer, source) = Self.explainer(Self.shop)
    var writer = JSONWriter()
    for line in 1...explainer.lineCount {
      let found = try #require(explainer.explanation(line: line))
      ExplanationJSON().write(found, in: source, tool: ("stagecraft", "1.2.3"), to: &writer)
    }
    for line in writer.bytes.split(separator: 0x0A) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect(object["schema"] as? String == "stagecraft.explanation/1")
      #expect(object.count == 19)
    }
    #expect(try GoldenFile("explain.json").difference(from: writer.bytes) == nil)
  }

  @Test(
    arguments: [
      (43, nil, Explanation.Effect.final), (22, nil, .final), (39, nil, .overridden), (41, nil, .overridden),
      (9, nil, .build), (12, nil, .contributes), (16, nil, .unused), (29, nil, .layer), (19, nil, .build),
      (16, "test", .layer), (43, "test", .unused), (17, "test", .final), (9, "deps", .layer), (12, "builder", .layer),
      (2, nil, .none), (1, nil, .build),
    ] as [(Int, String?, Explanation.Effect)]
  )
  func `knows what becomes of a line`(line: Int, target: String?, effect: Explanation.Effect) throws {
    let (explainer, _) = Self.explainer(Self.shop, target: target)
    #expect(try #require(explainer.explanation(line: line)).effect == effect)
  }

  @Test
  func `has nothing to say of lines that are not there`() {
    let (explainer, _) = Self.explainer(Self.shop)
    #expect(explainer.explanation(line: 0) == nil)
    #expect(explainer.explanation(line: explainer.lineCount + 1) == nil)
  }

  @Test(arguments: [
    shop, hostile, refused, "", "\n", "FROM\n", "USER x\n", "ARG A\n", "FROM a\nRUN <<EOF\n", "\u{FEFF}# a",
  ])
  func `every column of every line can be asked for`(text: String) throws {
    let (explainer, source) = Self.explainer(text)
    let printer = ExplanationText(TextOptions(width: 40))
    for line in 1...explainer.lineCount {
      for column in [0, 1, 2, 7, 13, 24, 80] {
        let found = try #require(explainer.explanation(line: line, column: column))
        #expect(!printer.lines(of: found, in: source).isEmpty)
      }
    }
  }
}
