FROM node:24-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM gcr.io/distroless/nodejs24-debian12
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY package.json ./
COPY server ./server
COPY probe.js ./
USER 65532:65532
HEALTHCHECK CMD ["/nodejs/bin/node", "probe.js"]
CMD ["server/index.js"]
