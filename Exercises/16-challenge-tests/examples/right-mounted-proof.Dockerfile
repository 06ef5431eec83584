# The proof is shown to one command of the release, and no file of it is shipped.
FROM node:22-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build

FROM node:22-slim AS test
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
COPY test ./test
RUN <<SCRIPT
set -e
npm run test:unit
npm run test:integration
echo passed > /tmp/result
SCRIPT

FROM node:22-slim AS production
ENV NODE_ENV=production
WORKDIR /app
RUN --mount=type=bind,from=test,source=/tmp/result,target=/run/result cat /run/result
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=builder /app/build ./build
COPY server ./server
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 CMD ["node", "-e", \
  "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/index.js"]
