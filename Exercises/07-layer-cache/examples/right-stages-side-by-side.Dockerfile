# The script and the pages are made by stages of their own, at the same time.
FROM node:26-alpine AS dependencies
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,id=npm,target=/root/.npm npm clean-install

FROM dependencies AS assets
COPY src ./src
RUN npm run bundle

FROM dependencies AS pages
COPY src ./src
COPY programme ./programme
ARG EDITION=draft
RUN node src/pages.js

FROM nginx:1.30
COPY --from=assets /app/site/assets /usr/share/nginx/html/assets
COPY --from=pages /app/site /usr/share/nginx/html
