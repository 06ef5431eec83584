# Bundles the service into one file.
FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build

# Runs the tests, for those who ask: docker build --target test .
FROM node:26-alpine AS test
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
COPY test ./test
RUN npm test

# What is shipped: Node and the bundle. It needs nothing of the test stage.
FROM node:26-alpine AS production
WORKDIR /app
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 8080
CMD ["node", "dist/seed-library.mjs"]
