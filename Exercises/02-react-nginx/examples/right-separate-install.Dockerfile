ARG NODE=26
FROM node:${NODE}-alpine AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

FROM dependencies AS builder
COPY src ./src
RUN npm run build

FROM nginx:1.30-alpine AS production
RUN rm /etc/nginx/conf.d/default.conf
COPY nginx/default.conf /etc/nginx/conf.d/trails.conf
WORKDIR /usr/share/nginx/html
COPY --from=builder /app/build ./
