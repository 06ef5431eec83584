# Bundles the page.
FROM node:24-bookworm-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build

# Everything that is going to be shipped, not yet released.
FROM node:24-bookworm-slim AS runtime
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
ENV NODE_ENV=production
USER node
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s \
  CMD ["node", "-e", \
  "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/index.js"]

# The scanner is one program: it is brought into a copy of the release, and looks around from within.
FROM runtime AS scan
COPY --from=aquasec/trivy:0.74.0 /usr/local/bin/trivy /usr/local/bin/trivy
USER root
RUN --mount=type=cache,target=/root/.cache/trivy \
    trivy rootfs --exit-code=1 --severity=HIGH,CRITICAL --ignore-unfixed --no-progress / && touch /scanned

FROM runtime
COPY --from=scan /scanned /var/scanned
