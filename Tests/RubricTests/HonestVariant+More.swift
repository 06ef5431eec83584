extension HonestVariant {
  static let users = [
    HonestVariant(
      "a number",
      final("USER 1000:1000\nHEALTHCHECK CMD [\"node\", \"probe.js\"]")
    ),
    HonestVariant(
      "an own user",
      final("RUN addgroup -S app && adduser -S -G app app\nUSER app:app\n" + probe)
    ),
    HonestVariant(
      "an own user with a number from outside",
      final("ARG UID=1001\nRUN adduser -D -u \"$UID\" app\nUSER ${UID}\n" + probe)
    ),
    HonestVariant(
      "a user of a stage below",
      """
      FROM node:26-alpine AS base
      WORKDIR /app
      USER node
      \(probe)
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM base
      COPY --chown=node package*.json ./
      RUN npm ci --omit=dev
      COPY --from=builder /app/build ./build
      """
    ),
    HonestVariant("a file of users from outside", final("COPY passwd /etc/\nUSER app\n" + probe)),
    HonestVariant(
      "a file of users written down",
      final("COPY <<EOF /etc/passwd\napp:x:1001:1001::/:/bin/sh\nEOF\nUSER app\n" + probe)
    ),
    HonestVariant(
      "root for a while",
      final("USER node\nUSER root\nRUN apk add --no-cache curl\nUSER node\nHEALTHCHECK CMD curl -f http://127.0.0.1/")
    ),
    HonestVariant(
      "variables everywhere",
      """
      ARG NODE=26
      ARG BASE=node:${NODE}-alpine
      FROM ${BASE} AS builder
      ARG DIR=/app
      WORKDIR $DIR
      COPY . .
      RUN npm ci && npm run build
      FROM $BASE
      ARG DIR=/app
      ENV RUN_AS=node NODE_ENV=production
      WORKDIR ${DIR}
      COPY package*.json ./
      RUN npm ci
      COPY --from=builder ${DIR}/build ${DIR}/build
      USER $RUN_AS
      \(probe)
      """
    ),
  ]

  static let notations = [
    HonestVariant("small letters", final("user node\n" + probe).replacing("FROM ", with: "from ")),
    HonestVariant(
      "RUN heredocs",
      """
      # syntax=docker/dockerfile:1
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN <<EOF
      set -e
      npm ci
      npm run build
      EOF
      FROM node:26-alpine
      WORKDIR /app
      COPY package*.json ./
      RUN <<-EOF
      \tnpm ci --omit=dev
      \tnpm cache clean --force
      EOF
      COPY --from=builder /app/build ./build
      COPY <<'EOF' /probe.js
      fetch("http://127.0.0.1:3000/health").then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))
      EOF
      USER node
      HEALTHCHECK CMD ["node", "/probe.js"]
      """
    ),
    HonestVariant(
      "argument lists",
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY [".", "."]
      RUN ["npm", "ci"]
      RUN ["npm", "run", "build"]
      FROM node:26-alpine
      WORKDIR /app
      COPY ["package.json", "package-lock.json", "./"]
      RUN ["npm", "ci", "--omit=dev"]
      COPY --from=builder ["/app/build", "./build"]
      USER node
      HEALTHCHECK CMD ["wget", "-q", "--spider", "http://127.0.0.1:3000/health"]
      """
    ),
    HonestVariant(
      "another escape character",
      """
      # escape=`
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci `
        && npm run build
      FROM node:26-alpine
      WORKDIR /app
      COPY package*.json ./
      RUN npm ci `
        # without the tools
        --omit=dev
      COPY --from=builder /app/build ./build
      USER node
      HEALTHCHECK --interval=10s `
        CMD wget -q --spider http://127.0.0.1:3000/health || exit 1
      """
    ),
    HonestVariant(
      "mounts and links",
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY --link . .
      RUN --mount=type=cache,target=/root/.npm npm ci
      RUN npx vite build
      FROM node:26-alpine
      WORKDIR /app
      RUN --mount=type=bind,source=package.json,target=package.json \\
        --mount=type=bind,source=package-lock.json,target=package-lock.json \\
        --mount=type=cache,target=/root/.npm \\
        npm ci --omit=dev
      COPY --link --from=builder --chown=1000:1000 /app/build ./build
      USER node
      \(probe)
      """
    ),
    HonestVariant(
      "another shell",
      """
      FROM node:26 AS builder
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build | tee build.log
      FROM node:26-slim
      SHELL ["/bin/bash", "-ec"]
      WORKDIR /app
      COPY package*.json ./
      RUN npm ci --omit=dev
      COPY --from=builder /app/build ./build
      USER node
      HEALTHCHECK CMD node probe.js || exit 1
      """
    ),
  ]

  static let runtimes = [
    HonestVariant("slim", final("USER node\nHEALTHCHECK CMD node probe.js", from: "node:26-bookworm-slim")),
    HonestVariant(
      "a digest",
      final("USER node\n" + probe, from: "node:26-alpine@sha256:" + String(repeating: "0a", count: 32))
    ),
    HonestVariant(
      "distroless",
      """
      FROM node:24 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build && npm prune --omit=dev
      FROM gcr.io/distroless/nodejs24-debian12:nonroot
      WORKDIR /app
      COPY --from=builder /app/node_modules ./node_modules
      COPY --from=builder /app/build ./build
      COPY probe.js ./
      HEALTHCHECK CMD ["/nodejs/bin/node", "probe.js"]
      CMD ["build/index.js"]
      """
    ),
    HonestVariant(
      "static files behind nginx",
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM nginxinc/nginx-unprivileged:alpine
      COPY --from=builder /app/build /usr/share/nginx/html
      HEALTHCHECK CMD wget -q --spider http://127.0.0.1:8080/ || exit 1
      """
    ),
    HonestVariant(
      "nginx as its own user",
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM nginx:1.29-alpine
      COPY --from=builder /app/build /usr/share/nginx/html
      USER nginx
      HEALTHCHECK CMD curl -fsS http://127.0.0.1:8080/ || exit 1
      """
    ),
    HonestVariant(
      "an unused stage for tests",
      """
      FROM node:26 AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build
      FROM builder AS test
      USER root
      RUN npm test
      FROM node:26-alpine
      WORKDIR /app
      COPY package*.json ./
      RUN npm ci --omit=dev
      COPY --from=builder /app/build ./build
      USER node
      \(probe)
      """
    ),
    HonestVariant(
      "Node installed on Alpine",
      """
      FROM node:26-alpine AS builder
      WORKDIR /app
      COPY . .
      RUN npm ci && npm run build && npm prune --omit=dev
      FROM alpine:3.24
      RUN apk add --no-cache nodejs && adduser -S app
      COPY --from=builder /app/node_modules /app/node_modules
      COPY --from=builder /app/build /app/build
      USER app
      HEALTHCHECK CMD node /app/probe.js
      """
    ),
  ]

  private static let probe = "HEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/health || exit 1\n"

  /// A usual file with a final stage that ends in some lines.
  private static func final(_ lines: String, from base: String = "node:26-alpine") -> String {
    """
    FROM node:26 AS builder
    WORKDIR /app
    COPY . .
    RUN npm ci && npm run build
    FROM \(base)
    WORKDIR /app
    COPY package*.json ./
    RUN npm ci --omit=dev
    COPY --from=builder /app/build ./build
    \(lines)

    """
  }
}
