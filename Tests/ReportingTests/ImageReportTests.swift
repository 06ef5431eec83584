import BuildModel
import Diagnostics
import DockerfileSyntax
import Foundation
import TestKit
import Testing

@testable import Reporting

/// What `stagecraft image` shows.
struct ImageReportTests {
  private static let shop = """
    ARG VERSION=26
    ARG APP_USER=node
    FROM node:${VERSION} AS deps
    WORKDIR /app
    COPY package*.json .npmrc ./
    RUN npm ci
    FROM deps AS builder
    COPY . .
    RUN npm run build
    FROM builder AS test
    RUN npm test
    FROM node:${VERSION}
    ARG APP_USER
    ENV PORT=${PORT:-3000} URL=http://localhost:${PORT}/
    WORKDIR /srv
    COPY --from=builder /app/build ./build
    COPY --from=deps /app/node_modules ./node_modules
    COPY --from=bulider /x /y
    COPY .env ./
    RUN --mount=type=bind,from=builder,source=/app,target=/in cp -r /in/assets . && npm i
    EXPOSE ${PORT} 9000-9002/udp
    VOLUME /data
    LABEL a=1 b=${APP_USER}
    LABEL a=2
    CMD old
    HEALTHCHECK --interval=10s CMD wget -q localhost
    ENTRYPOINT ["docker-entrypoint.sh"]
    USER ${APP_USER}
    CMD ["node", "a b.js"]
    ONBUILD RUN x

    """

  private static let small = "FROM nginx\nENTRYPOINT [\"x\"]\nHEALTHCHECK NONE\n"
  private static let unknown = "FROM example.org/a:1\nWORKDIR a\nENTRYPOINT [\"x\"]\n"
  private static let hostile =
    "FROM node\nENV A=\u{1B}[2J B=\u{202E} \u{9B}=1\nUSER \u{1B}]0;\u{07}\nCOPY \u{1B}[1m /\u{1B}\n"
    + "LABEL \u{1B}=\u{07}\n"

  private static let cases: [(name: String, text: String, style: Style, width: Int)] = [
    ("image-80.txt", shop, .plain, 80), ("image-40.txt", shop, .plain, 40),
    ("image-100-coloured.txt", shop, .coloured, 100), ("image-cleared.txt", small, .uncoloured, 80),
    ("image-unknown.txt", unknown, .plain, 80), ("image-hostile.txt", hostile, .plain, 80),
    ("image-refused.txt", "FROM node\nUSSER x\n", .plain, 80),
  ]

  static let goldens = cases.map(\.name) + ["image.json"]

  private static func report(_ text: String) -> ImageReport {
    let source = SourceFile(path: "Dockerfile", text: text)
    let options = BuildOptions(arguments: ["VERSION": "27"], baseImages: .small, packageManagers: .small)
    return ImageReport(file: "Dockerfile", source: source, document: Document(parsing: source.bytes), options: options)
  }

  @Test(arguments: cases.indices)
  func `shows an image as recorded`(index: Int) throws {
    let (name, text, style, width) = Self.cases[index]
    let lines = ImageText(TextOptions(width: width, style: style)).lines(of: Self.report(text))
    if style == .plain {
      #expect(lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0 <= width)
      #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
    }
    #expect(try GoldenFile(name).difference(from: Array(lines.map { $0 + "\n" }.joined().utf8)) == nil)
  }

  @Test
  func `says in JSON what the text says`() throws {
    var writer = JSONWriter()
    let texts = Self.cases.map(\.text)
    for text in texts { ImageJSON().write(Self.report(text), tool: ("stagecraft", "1.2.3"), to: &writer) }
    let keys: Set<String> = [
      "schema", "tool", "file", "target", "error", "stage", "base", "image", "fields", "files", "mounts", "arrivals",
      "stages", "notes",
    ]
    let lines = writer.bytes.split(separator: 0x0A)
    #expect(lines.count == texts.count)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect(Set(object.keys) == keys)
    }
    #expect(try GoldenFile("image.json").difference(from: writer.bytes) == nil)
  }
}
