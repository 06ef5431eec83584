FROM node:26-slim AS builder
RUN apt-get update && apt-get install -y --no-install-recommends dumb-init
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
COPY --from=builder /usr/bin/dumb-init /usr/bin/dumb-init
ENTRYPOINT ["dumb-init", "--"]
CMD ["node", "server/index.js"]
