FROM oven/bun:1 AS base
WORKDIR /app

FROM base AS builder
COPY package.json bun.lock ./
RUN bun install --frozen-lockfile
COPY . .
RUN bun run build

FROM oven/bun:1-alpine
WORKDIR /app
COPY package.json bun.lock ./
RUN bun install --frozen-lockfile --production
COPY --from=builder /app/build ./build
COPY server ./server
USER bun
HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["bun", "server/index.js"]
