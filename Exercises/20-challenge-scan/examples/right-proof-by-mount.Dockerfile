# syntax=docker/dockerfile:1
# Bundles the page.
FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build

# Everything that is going to be shipped, not yet released.
FROM node:26-alpine AS runtime
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --chown=root:root --from=builder /app/build ./build
COPY server ./server
ENV NODE_ENV=production
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
ENTRYPOINT ["node", "server/index.js"]

FROM ghcr.io/aquasecurity/trivy:0.74.0 AS scan
COPY --from=runtime /app /image/app
COPY --from=runtime /lib/apk /image/lib/apk
COPY --from=runtime /etc /image/etc
RUN --mount=type=cache,target=/tmp/trivy <<END
set -eu
trivy rootfs --cache-dir /tmp/trivy --exit-code 1 -s HIGH,CRITICAL --ignore-unfixed /image
date > /scanned-on
END

# The proof is shown to one command, and is in no layer.
FROM runtime AS production
RUN --mount=type=bind,from=scan,source=/scanned-on,target=/run/scanned-on cat /run/scanned-on
USER 1000
