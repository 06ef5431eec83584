# syntax=docker/dockerfile:1
ARG NODE=24
FROM node:${NODE}-bookworm-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . ./
RUN npm run build

FROM builder AS Test
RUN node --version && \
    npm run test

FROM gcr.io/distroless/nodejs${NODE}-debian12:nonroot
WORKDIR /app
COPY --from=builder /app/dist/seed-library.mjs dist/seed-library.mjs
EXPOSE 8080
CMD ["/app/dist/seed-library.mjs"]
