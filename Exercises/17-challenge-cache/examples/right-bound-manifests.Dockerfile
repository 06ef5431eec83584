# The installs see the manifests through mounts; the sources of the bundle too.
FROM node:26-alpine AS builder
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci
COPY package.json ./
RUN --mount=type=bind,source=src,target=src npm run build

FROM node:26-alpine
ENV NODE_ENV=production
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm \
    npm ci
COPY package.json ./
COPY --from=builder /app/build build
COPY server server
USER node
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s CMD wget -q --spider http://127.0.0.1:3000/health || exit 1
CMD ["node", "/app/server/index.js"]
ARG REVISION=none
LABEL org.opencontainers.image.revision=$REVISION
