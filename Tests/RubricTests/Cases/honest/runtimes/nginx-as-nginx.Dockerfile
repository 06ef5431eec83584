FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM nginx:1.29-alpine-slim
COPY nginx.conf /etc/nginx/nginx.conf
COPY --from=builder --chown=nginx:nginx /app/build /usr/share/nginx/html
USER nginx
HEALTHCHECK CMD wget -q --spider http://127.0.0.1:8080/ || exit 1
