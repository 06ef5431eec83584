FROM node:24-slim AS page
WORKDIR /src
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY src ./src
RUN npm run build \
  && gzip -9 -k build/index.html build/main.js build/main.css

FROM nginxinc/nginx-unprivileged:1.30-alpine AS web
COPY nginx/default.conf /etc/nginx/conf.d/
WORKDIR /usr/share/nginx/html
COPY --from=page /src/build/index.html /src/build/index.html.gz ./
COPY --from=page /src/build/main.js /src/build/main.js.gz /src/build/main.css /src/build/main.css.gz ./
