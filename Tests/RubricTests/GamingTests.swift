import Rubric
import Testing

/// Words that only look like the thing earn nothing.
@Suite struct GamingTests {
  @Test func `what the tables change is right by itself`() throws {
    let result = try Judge.standard().grade(Submission().text)
    #expect(result.missed == [], "\(result.error ?? "")")
  }

  @Test(
    arguments: [
      "# USER node",
      "RUN echo USER node",
      "RUN printf 'USER node' > Dockerfile",
      "LABEL note=\"USER node\"",
      "LABEL a=b \\\n  USER=node",
      "ENV USER=node",
      "ARG USER=node",
      "ONBUILD USER node",
      "RUN cat <<EOF\nUSER node\nEOF",
      "COPY <<EOF /notes\nUSER node\nEOF",
      "RUN su node",
      "RUN su node -c 'npm test'",
      "ARG WHO=node\nUSER $WHOM",
      "ARG WHO=0\nUSER ${WHO}",
      "USER node\nUSER 0",
      "USER node\nUSER root\n# USER node",
      "RUN useradd -o -u 0 app\nUSER app",
      "COPY <<EOF /etc/passwd\napp:x:0:0::/:/bin/sh\nEOF\nUSER app",
      "ENTRYPOINT [\"su-exec\", \"node\"]",
    ]
  )
  func `not a user`(lines: String) throws {
    let result = try Judge.standard().grade(Submission(user: lines).text)
    #expect(result.missed == ["non-root-user", "user-exists"], "\(result.error ?? "")")
  }

  @Test(
    arguments: [
      "# HEALTHCHECK CMD node probe.js",
      "LABEL HEALTHCHECK=\"CMD node probe.js\"",
      "RUN echo HEALTHCHECK CMD node probe.js",
      "ONBUILD HEALTHCHECK CMD node probe.js",
      "RUN <<EOF\ncat <<X\nHEALTHCHECK CMD node probe.js\nX\nEOF",
      "HEALTHCHECK CMD true",
      "HEALTHCHECK CMD [\"true\"]",
      "HEALTHCHECK CMD [\"/bin/true\"]",
      "HEALTHCHECK CMD :",
      "HEALTHCHECK CMD exit 0",
      "HEALTHCHECK CMD echo healthy",
      "HEALTHCHECK CMD wget -q http://127.0.0.1:3000/ || true",
      "HEALTHCHECK CMD wget -q http://127.0.0.1:3000/ || exit 0",
      "HEALTHCHECK CMD wget -q http://127.0.0.1:3000/; exit 0",
      "HEALTHCHECK CMD wget -q http://127.0.0.1:3000/ || echo down",
      "HEALTHCHECK CMD sh -c 'wget -q http://127.0.0.1:3000/ || true'",
      "HEALTHCHECK CMD if false; then exit 1; fi",
      "HEALTHCHECK CMD probe() { exit 1; }; true",
      "HEALTHCHECK CMD false && exit 1 || true",
      "HEALTHCHECK CMD true || wget -q http://127.0.0.1:3000/",
      "HEALTHCHECK CMD kill -0 1",
      "HEALTHCHECK CMD kill -s 0 1 || exit 1",
      "HEALTHCHECK CMD wget -q http://127.0.0.1:3000/ & wait",
      "HEALTHCHECK CMD node probe.js\nHEALTHCHECK NONE",
    ]
  )
  func `not a health check`(lines: String) throws {
    let result = try Judge.standard().grade(Submission(probe: lines).text)
    #expect(result.missed == ["healthcheck", "healthcheck-probe"], "\(result.error ?? "")")
  }

  @Test(
    arguments: [
      "RUN npm ci # --omit=dev",
      "RUN echo npm ci --omit=dev; npm ci",
      "RUN npm ci && echo 'npm prune --omit=dev'",
      "RUN npm ci; false && npm prune --omit=dev; true",
      "RUN npm ci; true || npm prune --omit=dev",
      "RUN prune() { npm prune --omit=dev; }; npm ci",
      "RUN if false; then npm ci --omit=dev; else npm ci; fi",
      "RUN npm ci || npm ci --omit=dev",
      "RUN npm ci; exit 0; npm prune --omit=dev",
      "RUN <<EOF\ncat <<X\nnpm prune --omit=dev\nX\nnpm ci\nEOF",
      "RUN npm ci\nONBUILD RUN npm prune --omit=dev",
      "RUN npm ci\nLABEL run=\"npm prune --omit=dev\"",
      "RUN npm ci\nRUN [\"echo\", \"npm prune --omit=dev\"]",
      "RUN npm ci\n# RUN npm prune --omit=dev",
      "RUN npm ci && cd /tmp && npm prune --omit=dev",
      "RUN sh -c 'npm ci' -- --omit=dev",
      "RUN npm ci && NODE_ENV=production",
      "RUN npm ci\nCMD [\"npm\", \"prune\", \"--omit=dev\"]",
      "RUN npm ci --omit=dev\nCOPY --from=builder /app/node_modules ./node_modules",
      "RUN npm ci --omit=dev\nCOPY --from=builder /app ./",
      "RUN npm ci --omit=dev\nRUN npm install",
      "RUN for way in; do npm ci --omit=dev; done; npm ci",
      "RUN case x in y) npm ci --omit=dev;; *) npm ci;; esac",
    ]
  )
  func `not an install for production`(lines: String) throws {
    let result = try Judge.standard().grade(Submission(install: lines).text)
    #expect(result.missed == ["production-dependencies"], "\(result.error ?? "")")
  }

  @Test(
    arguments: [
      "# RUN npm run build",
      "RUN echo npm run build",
      "RUN echo 'npm run build' > build.sh",
      "RUN npm test",
      "RUN node --run test",
      "RUN if false; then npm run build; fi",
      "RUN build() { npm run build; }",
      "RUN false && npm run build; true",
      "RUN true || npm run build",
      "RUN exit 0; npm run build",
      "RUN cat <<EOF\nnpm run build\nEOF",
      "ONBUILD RUN npm run build",
      "LABEL build=\"npm run build\"",
      "ENV BUILD=\"npm run build\"",
      "CMD [\"npm\", \"run\", \"build\"]",
      "RUN mkdir build # npm run build",
      "RUN \"npm run build\" || true",
      "FROM node:26-alpine AS unused\nRUN npm run build\nFROM node:26-alpine AS builder\nRUN mkdir -p /app/build",
    ]
  )
  func `not a build`(lines: String) throws {
    let builder = lines.hasPrefix("FROM") ? lines : "FROM node:26-alpine AS builder\nWORKDIR /app\nCOPY . .\n" + lines
    let result = try Judge.standard().grade(Submission(builder: builder).text)
    #expect(result.missed == ["builder-stage"], "\(result.error ?? "")")
  }

  @Test(
    arguments: [
      "FROM node:26",
      "FROM node:26 AS production-alpine",
      "FROM --platform=linux/amd64 node:26",
      "FROM node:26\nLABEL base=node:26-alpine",
      "FROM node:26-bookworm",
      "FROM builder",
      "FROM builder AS alpine",
      "FROM example/node:26-alpine",
      "FROM example.org/alpine",
    ]
  )
  func `not a minimal stage of its own`(from: String) throws {
    let result = try Judge.standard().grade(Submission(from: from).text)
    #expect(result.missed.contains("production-stage"), "\(result.error ?? "")")
  }

  @Test func `stages that nothing needs earn nothing`() throws {
    let right = Submission().text.replacing("AS builder", with: "AS first").replacing("=builder", with: "=first")
    let result = try Judge.standard().grade(right + "FROM node:26\nRUN npm install\n")
    #expect(
      result.missed == [
        "builder-stage", "production-stage", "production-dependencies", "non-root-user", "healthcheck", "user-exists",
        "healthcheck-probe",
      ]
    )
  }
}

/// A right Dockerfile of which one part is replaced.
private struct Submission {
  var builder = "FROM node:26-alpine AS builder\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build"
  var from = "FROM node:26-alpine AS production"
  var install = "RUN npm ci --omit=dev"
  var user = "USER node"
  var probe = "HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1"

  var text: String {
    """
    \(builder)
    \(from)
    WORKDIR /app
    COPY package.json package-lock.json ./
    \(install)
    COPY --from=builder /app/build ./build
    \(user)
    \(probe)

    """
  }
}
