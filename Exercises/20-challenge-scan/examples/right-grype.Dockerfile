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
COPY --from=builder /app/build ./build
COPY server ./server
ENV NODE_ENV=production
USER node
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]

# Another scanner. Its image has no shell, so it is run in exec form, and its report is the proof.
FROM anchore/grype:v0.109.0 AS scan
COPY --from=runtime / /image
RUN --mount=type=cache,target=/root/.cache/grype \
    ["/grype", "dir:/image", "--fail-on", "high", "--only-fixed", "--file", "/report.txt"]

FROM runtime AS production
COPY --from=scan /report.txt /licenses/scan-report.txt
