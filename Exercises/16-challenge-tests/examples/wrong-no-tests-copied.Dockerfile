# Bundles the page.
FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build

# Tests the parts of the server, then the server with the page that was built above. A red test ends the build here.
FROM builder AS test
COPY server ./server
RUN npm run test:unit
RUN npm run test:integration

# Runs the server. It takes the server out of the test stage, and is therefore never built without the tests.
FROM node:26-alpine AS production
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY --from=test /app/server ./server
ENV NODE_ENV=production
USER node
EXPOSE 3000
HEALTHCHECK --timeout=3s --start-period=10s \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
