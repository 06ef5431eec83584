# The settings of the release stand in front; none of them is new in every build but the last.
FROM node:24-bookworm-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/tmp/npm npm ci --cache /tmp/npm
COPY src/ src/
RUN npm run build

FROM node:24-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/tmp/npm npm ci --omit=dev --cache=/tmp/npm

FROM gcr.io/distroless/nodejs24-debian12:nonroot
ENV NODE_ENV=production
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s CMD ["/nodejs/bin/node", "-e", \
  "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["server/index.js"]
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY package.json ./
COPY server ./server
ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION \
      org.opencontainers.image.title="Harbour board"
