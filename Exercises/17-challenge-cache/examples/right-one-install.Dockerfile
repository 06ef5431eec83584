# syntax=docker/dockerfile:1
# One install for all; what is not for production is thrown away in a stage of its own.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,id=npm,target=/root/.npm,sharing=locked npm ci

FROM dependencies AS builder
COPY src ./src
RUN npm run build

FROM dependencies AS pruned
RUN npm prune --omit=dev

FROM node:24-bookworm-slim AS production
WORKDIR /app
COPY --from=pruned /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY package.json ./
COPY server ./server
ENV NODE_ENV=production
USER 1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["node", "-e", \
  "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/index.js"]
ARG REVISION=unknown
LABEL org.opencontainers.image.revision="${REVISION}"
