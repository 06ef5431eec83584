import BuildModel
import Rubric

extension CatalogueTests {
  /// How things are built.
  static let builds: [Row] = [
    Row(
      "static-binary",
      [:],
      "FROM golang:1.26 AS builder\nRUN export CGO_ENABLED=0 && go build .\n"
        + "FROM scratch\nCOPY --from=builder /go/a /a\n",
      .passed,
      of: .builder
    ),
    Row(
      "static-binary",
      [:],
      "FROM golang:1.26 AS builder\nARG CGO_ENABLED=1\nRUN go build .\n"
        + "FROM scratch\nCOPY --from=builder /go/a /a\n",
      .failed,
      of: .builder
    ),
    Row(
      "static-binary",
      [:],
      "FROM rust:1.90-alpine AS builder\nRUN cargo build --release\n"
        + "FROM scratch\nCOPY --from=builder /a /a\n",
      .passed,
      of: .builder
    ),
    Row(
      "static-binary",
      [:],
      "FROM node:26 AS builder\nRUN npm run build\n"
        + "FROM scratch\nCOPY --from=builder /a /a\n",
      .notJudged,
      of: .builder
    ),
    Row(
      "target-architecture",
      [:],
      "FROM --platform=$BUILDPLATFORM golang:1.26 AS builder\nARG TARGETPLATFORM\n"
        + "RUN case $TARGETPLATFORM in linux/amd64) A=amd64 ;; *) A=arm64 ;; esac && GOARCH=$A go build .\n"
        + "FROM scratch\nCOPY --from=builder /a /a\n",
      .passed,
      of: .builder
    ),
    Row(
      "target-architecture",
      [:],
      "FROM golang:1.26 AS builder\nARG TARGETARCH\nENV GOARCH=$TARGETARCH\n"
        + "RUN go build .\nFROM scratch\nCOPY --from=builder /a /a\n",
      .passed,
      of: .builder
    ),
    Row(
      "build-platform",
      [:],
      "FROM --platform=${BUILDPLATFORM} golang:1.26 AS base\nFROM base AS builder\n"
        + "RUN go build .\nFROM scratch\nCOPY --from=builder /a /a\n",
      .passed,
      of: .builder
    ),
    Row(
      "matching-libraries",
      [:],
      "FROM node:26 AS builder\nRUN npm ci && npm run build\n"
        + "FROM nginx:alpine\nCOPY --from=builder /build /usr/share/nginx/html\n",
      .passed
    ),
    Row(
      "matching-libraries",
      [:],
      "FROM golang:1.26 AS builder\nRUN go build -o /a .\n"
        + "FROM gcr.io/distroless/static\nCOPY --from=builder /a /a\n",
      .failed
    ),
    Row(
      "matching-libraries",
      [:],
      "FROM example.org/go AS builder\nRUN go build -o /a .\n"
        + "FROM alpine:3.24\nCOPY --from=builder /a /a\n",
      .notJudged
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "python"],
      "FROM python:3.13\nCOPY requirements.txt .\nRUN python -m pip install -r requirements.txt\nCOPY . .\n",
      .passed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "cargo"],
      "FROM rust:1.90\nCOPY src src\nCOPY Cargo.toml Cargo.lock ./\nRUN cargo build --release\n",
      .failed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "maven"],
      "FROM maven:3.9-eclipse-temurin-21\nCOPY .mvn .mvn\nCOPY mvnw pom.xml ./\nRUN ./mvnw dependency:go-offline\n"
        + "COPY src src\nRUN ./mvnw package\n",
      .passed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "python"],
      "FROM python:3.13\nRUN pip install --upgrade pip\nCOPY . .\nRUN pip install -r requirements.txt\n",
      .failed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "go"],
      "FROM golang:1.27\nCOPY go.mod main.go ./\nRUN go mod download\nRUN go build -o /a .\n",
      .failed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "go"],
      "FROM golang:1.27\nRUN --mount=type=bind,target=. go mod download\n",
      .failed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "go"],
      "FROM golang:1.27\nRUN --mount=type=bind,source=go.mod,target=go.mod go mod download\nCOPY . .\n",
      .passed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "javascript"],
      "FROM node:26 AS builder\nCOPY . .\nRUN npm ci\nFROM node:26\nCOPY package.json .\nRUN npm ci --omit=dev\n"
        + "COPY --from=builder /build build\n",
      .failed
    ),
    Row(
      "dependency-layer",
      ["ecosystem": "python"],
      "FROM python:3.13\nCOPY . .\n"
        + "RUN --mount=type=cache,target=/root/.cache pip install --no-cache-dir -r requirements.txt\n",
      .failed
    ),
    Row("dependency-layer", ["ecosystem": "cargo"], "FROM rust:1.98\nRUN cargo install sccache\n", .failed),
    Row("dependency-layer", ["ecosystem": "go"], "FROM golang:1.27\nADD . .\nRUN go mod download\n", .failed),
    Row("runs-tests", [:], "FROM node:26\nRUN npm run test:unit -- --ci\n", .passed),
    Row("runs-tests", [:], "FROM node:26\nRUN npm run build\n", .failed),
    Row("runs-tests", [:], "FROM golang:1.26\nRUN go vet ./... && go test -race ./...\n", .passed),
    Row("runs-tests", [:], "FROM python:3.13\nRUN [\"python\", \"-m\", \"pytest\"]\n", .passed),
    Row("runs-tests", [:], "FROM node:26\nRUN echo npm test\n", .failed),
    Row(
      "cache-mount",
      ["target": "/root/.npm"],
      "FROM node:26\nARG C=/root/.npm\nRUN --mount=type=cache,target=$C npm ci\n",
      .passed
    ),
    Row(
      "secret-mount",
      ["id": "token"],
      "FROM node:26\nRUN --mount=type=secret,target=/run/secrets/token npm ci\n",
      .passed
    ),
    Row(
      "package-cache-clean",
      [:],
      "FROM debian:13\nRUN apt-get update && apt-get install -y curl && apt-get clean "
        + "&& rm -rf /var/lib/apt/lists\n",
      .passed
    ),
    Row(
      "package-cache-clean",
      [:],
      "FROM debian:13\nRUN apt-get update && apt-get install -y curl && apt-get clean\n",
      .failed
    ),
    Row("package-cache-clean", [:], "FROM alpine:3.24\nRUN apk add curl\n", .failed),
    Row(
      "package-cache-clean",
      [:],
      "FROM alpine:3.24\nRUN apk add curl && rm -rf /var/cache/apk/* /etc/apk/cache\n",
      .passed
    ),
    Row("package-cache-clean", [:], "FROM debian:13\nRUN [ -e /x ] && apt-get update || true\n", .notJudged),
    Row(
      "package-cache-clean",
      [:],
      "FROM fedora:43\nRUN dnf install -y gcc && dnf clean packages\n",
      .failed
    ),
    Row("small-dependencies", [:], "FROM node:26\nRUN npm ci && rm -rf ~/.npm\n", .passed),
    Row("small-dependencies", [:], "FROM node:26\nRUN --mount=type=cache,target=/tmp npm ci\n", .failed),
    Row("small-dependencies", [:], "FROM python:3.13\nRUN pip install flask\n", .failed),
    Row("small-dependencies", [:], "FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n", .passed),
    Row("same-layer-removal", [:], "FROM node:26\nCOPY . /app\nRUN rm -rf /app\n", .failed),
    Row("same-layer-removal", [:], "FROM node:26\nCOPY . /app\nRUN rm -rf /root/.npm\n", .passed),
    Row("certificates-present", [:], "FROM python:3.13-slim\n", .notJudged),
    Row("certificates-present", [:], "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n", .notJudged),
    Row(
      "certificates-present",
      [:],
      "FROM debian:13\nRUN apt-get install -y --no-install-recommends ca-certificates "
        + "&& apt-get purge ca-certificates\n",
      .failed
    ),
    Row("base-kind", ["kinds": ["alpine"]], "FROM example.org/unknown\n", .notJudged),
    Row("exposed-port", ["port": 8080], "FROM alpine:3.24\nEXPOSE 8000-8100\n", .passed),
    Row("exposed-port", ["port": 8080], "FROM example.org/unknown\n", .notJudged),
    Row("matching-release", ["name": "builder"], "FROM python:3.13 AS builder\nFROM python\n", .notJudged),
  ]
}
