FROM node:26-alpine AS builder
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build && npm run compress

FROM nginxinc/nginx-unprivileged:1.30-alpine-slim
COPY nginx/default.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /app/build/index.* /app/build/main.* /usr/share/nginx/html/
