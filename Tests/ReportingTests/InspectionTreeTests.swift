import Diagnostics
import DockerfileSyntax
import TestKit
import Testing

@testable import Reporting

/// What `stagecraft inspect` shows to people.
struct InspectionTreeTests {
  private static let whole = #"""
    # syntax=docker/dockerfile:1
    ARG NODE=22 TAG
    # builder compiles the client
    FROM --platform=$BUILDPLATFORM node:${NODE}-slim AS builder
    ENV A=1 \
        B="two words"
    LABEL org.opencontainers.image.title "legacy form" here
    COPY --chown=node:node --link package.json package-lock.json ./
    RUN --mount=type=cache,target=/root/.npm \
        --mount=type=secret,id=npmrc,env=NPM_TOKEN --network=none \
        npm ci \
        # the client
        && npm run build && echo 日本語 "a command that does not fit into a line of eighty columns"
    RUN <<-'EOF' cat
    	echo hello
    	EOF
    COPY <<a.conf <<b.conf /etc/app/
    1
    2
    3
    4
    5
    6
    7
    a.conf
    y
    b.conf
    ONBUILD RUN --network=host echo trigger
    ONBUILD COPY a
    HEALTHCHECK --interval=1m30s --retries=3 CMD ["curl", "-f", "http://localhost/\u00e9\u001b"]

    FROM builder
    HEALTHCHECK NONE
    EXPOSE 80/tcp 443
    VOLUME /data
    USER nginx
    SHELL ["/bin/sh", "-c"]
    ENTRYPOINT exec nginx
    CMD
    """#

  private static let refused = """
    FROM alpine AS 1x
    RUNN apk add curl
    COPY --form=builder \u{1B}[2Ja b
    RUN --mount=typ=cache x \\

      y
    CMD ["a", 1]
    ENV A
    """

  private static let cases: [(name: String, text: String, style: Style, width: Int)] = [
    ("inspect-100.txt", whole, .uncoloured, 100), ("inspect-40.txt", whole, .uncoloured, 40),
    ("inspect-80-coloured.txt", whole, .coloured, 80), ("inspect-refused.txt", refused, .plain, 80),
    ("inspect-refused-40.txt", refused, .uncoloured, 40),
  ]

  static let goldens = cases.map(\.name)

  private static func lines(_ text: String, _ options: TextOptions) -> [String] {
    InspectionTree.lines(file: "app/Dockerfile", document: Document(parsing: Array(text.utf8)), options: options)
  }

  @Test(arguments: cases.indices)
  func `shows stages, fields and problems as recorded`(index: Int) throws {
    let (name, text, style, width) = Self.cases[index]
    let lines = Self.lines(text, TextOptions(width: width, style: style))
    #expect(try GoldenFile(name).difference(from: Array((lines + [""]).joined(separator: "\n").utf8)) == nil)
  }

  @Test(arguments: [40, 63, 80, 120])
  func `keeps to the width, and sends nothing that moves the cursor`(width: Int) {
    for text in [Self.whole, Self.refused, "FOO\u{1B}" + String(repeating: "x", count: 500), "", "\\", "ONBUILD A"] {
      let lines = Self.lines(text, TextOptions(width: width, style: .uncoloured))
      #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
      #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  @Test
  func `shows a part of what is very long, in time that grows with it`() {
    let long = "FROM a\nRUN " + String(repeating: "x ", count: 30_000) + "\n"
    let many = "FROM a\nENV" + String(repeating: " A=1", count: 15_000) + "\n" + String(repeating: "X\n", count: 2_000)
    #expect(Self.lines(long, TextOptions(width: 80)).count < 30)
    let lines = Self.lines(many, TextOptions(width: 80))
    #expect(lines.count > 17_000 && lines.last == "80 more")
  }
}
