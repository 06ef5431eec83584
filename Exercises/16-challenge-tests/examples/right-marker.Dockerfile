# What joins tests and release is an empty file, written when all tests have passed.
FROM node:26-alpine AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY src ./src
RUN npm run build

FROM builder AS test
COPY . .
RUN npm run test:unit && npm run test:integration && touch /tested

FROM node:26-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY --from=builder /app/build ./build
COPY server ./server
COPY --from=test /tested /tmp/tested
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=2s --start-period=5s \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/health"]
CMD ["node", "/app/server/index.js"]
