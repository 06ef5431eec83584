import ShellSyntax
import Testing

@testable import BuildModel

/// Scripts whose text stands in the file itself.
@Suite struct ScriptTextTests {
  private static let written = "COPY --chmod=755 <<E /usr/bin/make-it\n#!/bin/sh -e\nnpm ci $1 && npm run build\nE\n"

  @Test(
    arguments: [
      ("RUN make-it", ["npm run build"]), ("RUN [\"make-it\"]", ["npm run build"]),
      ("RUN /usr/bin/make-it", ["npm run build"]), ("RUN sh -eu /usr/bin/make-it", ["npm run build"]),
      ("RUN cd /usr/bin && . ./make-it", ["npm run build"]), ("RUN cp /usr/bin/make-it /usr/bin/other", []),
      ("RUN sh -n /usr/bin/make-it", []), ("RUN echo make-it", []), ("RUN false && make-it", []),
      ("RUN sh -c make-it", ["npm run build"]), ("RUN chmod +x /usr/bin/make-it", []),
      ("RUN echo 'npm run build' > x.sh && sh x.sh", ["npm run build"]),
      ("RUN printf 'exit 0\\nnpm run build\\n' > x.sh && sh x.sh", []),
      ("RUN <<E\ncat > x.sh <<F\nnpm run build\nF\nE\nRUN sh x.sh", ["npm run build"]),
      ("RUN echo true > x.sh && echo 'npm run build' >> x.sh && sh ./x.sh", ["npm run build"]),
      ("RUN echo 'npm run build' > x.sh && date > x.sh && sh x.sh", []),
      ("RUN echo 'npm run build' > x.sh && sed -i s/build/test/ x.sh && sh x.sh", []),
      ("COPY <<E x.py\n#!/usr/bin/python3\nnpm run build\nE\nRUN ./x.py", []),
      ("COPY <<E x\n#!/usr/bin/env bash\nnpm run build\nE\nRUN ./x", ["npm run build"]),
      ("RUN <<E\n#!/bin/bash\nnpm run build\nE", ["npm run build"]),
      ("RUN <<E\n#!/bin/bash -e\nfalse\nnpm run build\nE", []),
      ("RUN <<E\n#!/bin/cat\nnpm run build\nE", []), ("RUN <<E\n#!/usr/bin/env node\nnpm run build\nE", []),
      ("COPY <<E a\nsh ./b\nE\nCOPY <<E b\nnpm run build\nE\nRUN sh a", ["npm run build"]),
    ]
  )
  func `its commands are followed where it runs`(lines: String, steps: [String]) throws {
    let image = try JudgedImage("FROM node:26\nWORKDIR /app\n" + Self.written + lines + "\n")
    #expect(image.state.steps.map(\.name) == steps)
  }

  @Test(
    arguments: [
      ("{\"scripts\":{\"build\":\"vite build\"}}", true), ("{\"scripts\": {\"build\": \"true\"}}", false),
      ("{\"a\":[{\"b\":\"}\"},1],\"scripts\":{\"x\":\"y\",\"build\":\"echo \\\"ok\\\"\"}}", false),
      ("{\"scripts\":{}}", false), ("{}", false), ("{\"scripts\":{\"build\":\"\"}}", false), ("{\"scripts\"", true),
      ("[]", true), ("{\"scripts\":{\"build\":\"echo ok && node make.js\"}}", true), ("", true),
    ]
  )
  func `a build script whose text is known must do something`(manifest: String, builds: Bool) throws {
    let text = "FROM node:26\nWORKDIR /app\nCOPY <<'E' package.json\n\(manifest)\nE\n"
    #expect(try JudgedImage(text + "RUN npm run build\n").state.steps.isEmpty == !builds)
    #expect(try !JudgedImage(text + "COPY . .\nRUN npm run build\n").state.steps.isEmpty)
    #expect(try JudgedImage(text + "RUN npm pkg set scripts.build=true && npm run build\n").state.steps.isEmpty)
  }

  @Test func `arguments and the environment reach it`() throws {
    let text = "FROM node:26\nWORKDIR /app\n" + Self.written.replacing("<<E", with: "<<'E'")
    let plain = try #require(try JudgedImage(text + "RUN make-it\n").modules.first)
    #expect(!plain.modules.development.isOmitted)
    let flagged = try #require(try JudgedImage(text + "RUN make-it --omit=dev\n").modules.first)
    #expect(flagged.modules.development.isOmitted)
    let exported = try #require(try JudgedImage(text + "RUN NODE_ENV=production make-it\n").modules.first)
    #expect(exported.modules.development.isOmitted)
    let maybe = "RUN npm ci --omit=dev; test -f x && make-it; true\n"
    let doubtful = try #require(try JudgedImage(text + maybe).modules.first)
    #expect(!doubtful.modules.isCertain)
  }

  @Test func `scripts that start one another come to an end`() throws {
    let text = "FROM node:26\nCOPY <<E /bin/a\n" + String(repeating: "a; ", count: 500) + "\nE\nRUN a\n"
    #expect(try JudgedImage(text).state.commands.count == 1)
  }

  @Test(
    arguments: [
      ("#!/bin/sh\nexit 0", true, false), ("#!/bin/sh\nwget -q http://127.0.0.1/", false, true),
      ("#!/bin/sh\nwget -q http://127.0.0.1/ || true", false, false), ("#!/bin/sh\nls /; exit 1", true, true),
    ]
  )
  func `a probe's script decides how it ends`(script: String, asksNothing: Bool, canFail: Bool) throws {
    let text = "FROM node:26\nCOPY --chmod=755 <<'E' /probe\n\(script)\nE\nHEALTHCHECK CMD [\"/probe\"]\n"
    let probe = try #require(try JudgedImage(text).healthProbe)
    #expect(probe.asksNothing == asksNothing)
    #expect(probe.trace.ending.canFail == canFail)
  }

  @Test(
    arguments: [
      ("process.exit(0)", true), ("console.log('fetch(1)')", true), ("", true), ("1", true), ("// fetch(1)", true),
      ("process.exitCode = 0; console.log(\"a\\\"b\", process.version)", true), ("process.exit(1)", true),
      ("fetch('http://127.0.0.1')", false), ("require('http')", false), ("throw 1", false), ("`${fetch(1)}`", false),
      ("/* */ 1", false), ("process.kill(1, 0)", false), ("if (1) process.exit(0)", false),
    ]
  )
  func `a program that asks nothing is known by its words`(code: String, asksNothing: Bool) {
    #expect(ScriptWords.askNothing(of: code) == asksNothing)
  }

  @Test(
    arguments: [
      ("ls /", true), ("ls", true), ("test -f package.json", true), ("[ -d /app ]", true), ("cat package.json", true),
      ("cat /proc/1/status", false), ("test -f /tmp/alive", false), ("ls /app/logs", false), ("cat $(date)", false),
      ("test -f build/index.html", false), ("node -e 0", true), ("node probe.js", false), ("node known.js", true),
      ("cat < /dev/tcp/127.0.0.1/80", false), ("wget --help", true), ("curl -h", true),
    ]
  )
  func `commands that say the same of every application are idle`(command: String, isIdle: Bool) throws {
    let text = """
      FROM node:26
      WORKDIR /app
      COPY package.json ./
      COPY <<E known.js
      process.exit(0)
      E
      HEALTHCHECK CMD \(command)

      """
    #expect(try #require(try JudgedImage(text).healthProbe).asksNothing == isIdle)
  }
}
