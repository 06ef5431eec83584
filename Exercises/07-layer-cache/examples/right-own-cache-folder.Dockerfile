# npm is told where its downloads are to lie.
ARG NODE_LINE=22
FROM node:${NODE_LINE}-slim AS builder
WORKDIR /app
COPY ["package.json", "package-lock.json", "/app/"]
RUN --mount=type=cache,target=/tmp/npm <<END
set -e
npm ci --cache /tmp/npm
END
COPY src /app/src
RUN ["npm", "run", "bundle"]
COPY programme /app/programme
ARG EDITION="draft"
RUN EDITION=${EDITION} npm run pages

FROM nginx:1.30-alpine-slim
COPY --from=builder /app/site /usr/share/nginx/html
