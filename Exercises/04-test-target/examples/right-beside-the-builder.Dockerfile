# Builder and tests both go on from the dependencies, and need not wait for each other.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY src src

FROM dependencies AS test
COPY test test
RUN ["node", "--test"]

FROM dependencies AS builder
RUN npm run build

FROM node:24-bookworm-slim AS release
WORKDIR /app
COPY --from=builder --chown=root:root /app/dist dist
USER 1000
EXPOSE 8080/tcp
ENTRYPOINT ["node"]
CMD ["dist/seed-library.mjs"]
