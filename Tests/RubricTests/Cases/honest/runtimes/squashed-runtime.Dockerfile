FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM node:26-alpine AS runtime
RUN apk upgrade --no-cache

FROM scratch
COPY --from=runtime / /
WORKDIR /app
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY package.json ./
COPY server ./server
USER node
HEALTHCHECK CMD ["/usr/local/bin/node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["/usr/local/bin/node", "server/index.js"]
