# Bundles the page. Packages change seldom and stand above the sources.
FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY src ./src
RUN npm run build

# Runs the server. Each thing has a layer of its own, and the one that is new every time comes last.
FROM node:26-alpine AS production
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
COPY test ./test
ENV NODE_ENV=production
USER node
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
ARG REVISION=unknown
LABEL org.opencontainers.image.revision=$REVISION
