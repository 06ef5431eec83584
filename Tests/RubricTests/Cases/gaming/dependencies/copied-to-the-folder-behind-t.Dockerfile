FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN mkdir /out && cp -r -t /out node_modules build server

FROM node:26-alpine
WORKDIR /app
COPY package.json package-lock.json ./
COPY --from=builder /out ./
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
