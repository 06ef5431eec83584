# syntax=docker/dockerfile:1
# The manifests are shown to the install, and copied with what needs them later.
FROM node:24-bookworm-slim AS site
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=cache,target=/root/.npm,sharing=locked \
    npm ci --no-audit --no-fund
COPY package.json ./
COPY src/ src/
RUN npm run bundle
COPY programme/ programme/
ARG EDITION=draft
RUN npm run pages

FROM nginxinc/nginx-unprivileged:1.30-alpine
COPY --from=site --chown=root:root /app/site/ /usr/share/nginx/html/
