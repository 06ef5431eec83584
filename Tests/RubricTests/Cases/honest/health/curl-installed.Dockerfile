FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
USER root
RUN apk add --no-cache curl
USER node
HEALTHCHECK CMD curl --fail --silent --show-error http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
