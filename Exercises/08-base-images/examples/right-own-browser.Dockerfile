# A browser of Debian's; Cypress comes from npm.
FROM node:24-trixie-slim AS builder
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY Makefile ./
COPY src ./src
RUN make site

FROM node:24-trixie AS test
RUN apt-get update && apt-get install -y --no-install-recommends chromium xvfb && rm -rf /var/lib/apt/lists/*
RUN npm install --global cypress@15.0.0
WORKDIR /app
COPY . .
COPY --from=builder /app/dist ./dist
RUN node server/index.js & cypress run --browser chromium

FROM scratch AS site
COPY --from=builder /app/dist .

FROM gcr.io/distroless/nodejs24-debian13:nonroot
WORKDIR /app
COPY package.json ./
COPY server server
COPY --from=builder /app/dist dist
EXPOSE 3000
ENTRYPOINT ["/nodejs/bin/node", "server/index.js"]
