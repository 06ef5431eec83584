FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --start-period=20s CMD curl -fsS http://127.0.0.1:3000/health > /dev/null || exit 1
CMD ["node", "server/index.js"]
