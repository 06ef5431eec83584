import BuildModel
import Diagnostics
import Rubric
import Testing

/// Spellings and doubts beyond the examples of the checks: the same answer for the same image, and none where none can
/// be known.
struct CatalogueTests {
  struct Row: CustomTestStringConvertible {
    var check: String
    var with: [String: WrittenValue]
    var text: String
    var status: CheckResult.Status
    var stage: StageSelector

    init(
      _ check: String,
      _ with: [String: WrittenValue] = [:],
      _ text: String,
      _ status: CheckResult.Status,
      of stage: StageSelector = .final
    ) {
      self.check = check
      self.with = with
      self.text = text
      self.status = status
      self.stage = stage
    }

    var testDescription: String { "\(check) \(status): \(text.debugDescription)" }
  }

  private static let go = "FROM golang:1.26 AS builder\nRUN go build -o /src/server .\n"

  static let files: [Row] = [
    Row(
      "files-in-image",
      ["paths": ["/usr/local/bin/server"]],
      go + "FROM scratch\nCOPY --from=builder /src/server /usr/local/bin/\n",
      .passed
    ),
    Row("files-in-image", ["paths": ["/app/x"]], "FROM alpine:3.24\nRUN ./make-everything\n", .notJudged),
    Row("files-in-image", ["paths": ["/app/x"]], "FROM alpine:3.24\nRUN apk add curl && adduser -D a\n", .failed),
    Row("files-in-image", ["paths": ["/app/x"]], "FROM example.org/unknown\n", .notJudged),
    Row("files-in-image", ["paths": ["/app/src/x"]], "FROM alpine:3.24\nCOPY . /app\n", .passed),
    Row("files-in-image", ["paths": ["/etc/nginx/nginx.conf"]], "FROM nginx:alpine\n", .notJudged),
    Row("files-absent", ["paths": ["/app/test"]], "FROM alpine:3.24\nCOPY . /app\n", .notJudged),
    Row("files-absent", ["paths": ["/app/test"]], "FROM alpine:3.24\nCOPY . /app\nRUN rm -rf /app\n", .passed),
    Row(
      "copied-from",
      ["name": "builder", "path": "/server"],
      go + "FROM alpine:3.24 AS middle\nCOPY --from=builder /src/server /s\n"
        + "FROM scratch\nCOPY --from=middle /s /server\n",
      .passed
    ),
    Row("copied-from", ["name": "builder"], go + "FROM builder\n", .passed),
    Row(
      "copied-from-image",
      ["image": "docker.io/library/nginx"],
      "FROM alpine:3.24\nCOPY --from=nginx /etc/nginx/nginx.conf /\n",
      .passed
    ),
    Row(
      "copied-from-image",
      ["image": "ngin"],
      "FROM alpine:3.24\nCOPY --from=nginx /etc/nginx/nginx.conf /\n",
      .failed
    ),
    Row("executable-file", ["path": "/start.sh"], "FROM alpine:3.24\nCOPY start.sh /\n", .notJudged),
    Row(
      "executable-file",
      ["path": "/start.sh"],
      "FROM alpine:3.24\nCOPY start.sh /\nRUN chmod u=rwx,go=r /start.sh\n",
      .passed
    ),
    Row(
      "executable-file",
      ["path": "/app/start.sh"],
      "FROM alpine:3.24\nCOPY start.sh /app/\nRUN chmod -R 644 /app\n",
      .failed
    ),
    Row("writable-path", ["path": "/tmp/x"], "FROM node:26-alpine\nUSER node\n", .passed),
    Row("writable-path", ["path": "/data"], "FROM node:26-alpine\nUSER node\n", .notJudged),
    Row(
      "writable-path",
      ["path": "/data"],
      "FROM node:26-alpine\nUSER node\nCOPY --chown=1000 data /data\n",
      .passed
    ),
    Row("lockfile-copied", [:], "FROM node:26\nWORKDIR /app\nCOPY package.json ./\nCOPY . .\nRUN npm ci\n", .passed),
    Row(
      "writable-path",
      ["path": "/app/data"],
      "FROM node:26-alpine\nWORKDIR /app\nUSER node\nRUN mkdir -p data\n",
      .failed
    ),
    Row(
      "writable-path",
      ["path": "/home/node/data"],
      "FROM node:26-alpine\nUSER node\nRUN mkdir /home/node/data\n",
      .passed
    ),
    Row(
      "lockfile-copied",
      [:],
      "FROM node:26\nWORKDIR /app\nRUN --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci\n",
      .passed
    ),
  ]

  static let processes: [Row] = [
    Row("start-program", ["program": "nginx"], "FROM nginx:alpine\n", .passed),
    Row(
      "start-program",
      ["program": "node"],
      "FROM node:26-alpine\nENTRYPOINT [\"tini\", \"--\"]\nCMD [\"node\", \"a.js\"]\n",
      .passed
    ),
    Row("start-program", ["program": "java"], "FROM example.org/unknown\n", .notJudged),
    Row(
      "start-program",
      ["program": "/nodejs/bin/node", "arguments": ["server.js"]],
      "FROM gcr.io/distroless/nodejs24-debian12\nCMD [\"server.js\"]\n",
      .passed
    ),
    Row("direct-process", [:], "FROM node:26-alpine\nENTRYPOINT [\"tini\", \"--\", \"node\", \"a.js\"]\n", .passed),
    Row("direct-process", [:], "FROM node:26-alpine\nCMD exec node a.js\n", .passed),
    Row("direct-process", [:], "FROM node:26-alpine\nCMD [\"sh\", \"-c\", \"npm start\"]\n", .failed),
    Row("direct-process", [:], "FROM nginx:alpine\n", .passed),
    Row(
      "runnable-command",
      [:],
      "FROM python:3.13-slim\nRUN pip install gunicorn\nCMD [\"gunicorn\", \"a\"]\n",
      .passed
    ),
    Row("runnable-command", [:], "FROM scratch\nCOPY server /app/\nWORKDIR /app\nCMD [\"./server\"]\n", .passed),
    Row("open-address", [:], "FROM python:3.13-slim\nCMD [\"gunicorn\", \"a\", \"-b\", \":8000\"]\n", .passed),
    Row("open-address", [:], "FROM python:3.13-slim\nCMD gunicorn a -b 0.0.0.0:8000\n", .passed),
    Row("open-address", [:], "FROM python:3.13-slim\nCMD [\"gunicorn\", \"-c\", \"conf.py\", \"a\"]\n", .notJudged),
    Row(
      "open-address",
      [:],
      "FROM python:3.13-slim\nCMD [\"python\", \"manage.py\", \"runserver\", \"0:80\"]\n",
      .failed
    ),
    Row("open-address", [:], "FROM node:26\nCMD [\"node\", \"server.js\"]\n", .notJudged),
    Row("runs-as", ["user": "1000"], "FROM node:26-alpine\nUSER node\n", .passed),
    Row("runs-as", ["user": "root"], "FROM node:26-alpine\n", .passed),
    Row("root-work-first", [:], "FROM node:26-alpine\nUSER node\nRUN npm ci\n", .passed),
    Row("root-work-first", [:], "FROM node:26-alpine\nUSER node\nUSER root\nRUN apk add curl\nUSER node\n", .passed),
    Row("root-work-first", [:], "FROM nginxinc/nginx-unprivileged:alpine\nRUN apk add curl\n", .failed),
    Row(
      "root-work-first",
      [:],
      "FROM nginx:alpine\nCOPY --chown=nginx site /usr/share/nginx/html\nUSER nginx\n"
        + "RUN chmod -R 555 /usr/share/nginx/html\n",
      .passed
    ),
    Row("known-programs", [:], "FROM alpine:3.24\nRUN apk add build-base && make\n", .passed),
    Row("known-programs", [:], "FROM example.org/unknown\nRUN npm ci\n", .passed),
    Row("known-programs", [:], "FROM scratch\nRUN npm ci\n", .failed),
  ]

  @Test(arguments: files + processes + builds)
  func `says what can be known`(row: Row) throws {
    let check = try #require(CheckRegistry.standard[row.check])
    let example = CheckExample(row.text, with: row.with, of: row.stage)
    let result = try Judge.standard().result(of: check, in: row.text, asked: example)
    #expect(result.status == row.status, "\(result.message)")
  }
}
