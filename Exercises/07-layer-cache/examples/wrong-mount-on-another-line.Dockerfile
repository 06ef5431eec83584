# Builds the site. What changes seldom stands above what changes often.
FROM node:26-alpine AS builder
WORKDIR /app

# A few times a year: the packages
COPY package.json package-lock.json ./
RUN npm ci

# Every week: the code
COPY src ./src
# RUN --mount=type=cache,target=/root/.npm npm ci
RUN npm run bundle

# Every day: the evenings. In every build: the number of the edition
COPY programme ./programme
ARG EDITION=draft
RUN npm run pages

# What is shipped: nginx and the pages.
FROM nginx:1.30-alpine AS production
COPY --from=builder /app/site /usr/share/nginx/html
