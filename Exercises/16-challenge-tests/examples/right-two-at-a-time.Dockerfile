# syntax=docker/dockerfile:1
# The unit tests wait for no bundle; the stage test waits for both.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

FROM dependencies AS builder
COPY src ./src
RUN npm run build

FROM dependencies AS unit
COPY server ./server
COPY test/unit ./test/unit
RUN npm run test:unit && touch /unit-passed

FROM builder AS test
COPY --from=unit /unit-passed /
COPY server ./server
COPY test/integration ./test/integration
RUN npm run test:integration && touch /integration-passed

FROM dependencies AS production-dependencies
RUN npm prune --omit=dev

FROM gcr.io/distroless/nodejs24-debian12:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=production-dependencies /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY package.json ./
COPY server ./server
COPY --from=test /integration-passed /tests/
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["/nodejs/bin/node", "-e", \
  "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["server/index.js"]
