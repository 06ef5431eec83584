FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
COPY scripts ./scripts
RUN npm run build && npm run compress

FROM nginx:1.30-alpine
USER nginx
RUN rm -rf /var/cache/apk/* /etc/nginx/conf.d/default.conf || true
COPY nginx/nginx.conf /etc/nginx/nginx.conf
COPY nginx/default.conf /etc/nginx/conf.d/default.conf
COPY --from=builder /app/build/index.* /app/build/main.* /usr/share/nginx/html/
EXPOSE 8080
