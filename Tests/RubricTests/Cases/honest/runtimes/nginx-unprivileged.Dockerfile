FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.29-alpine
COPY --from=builder /app/build /usr/share/nginx/html
HEALTHCHECK CMD wget -q --spider http://127.0.0.1:8080/ || exit 1
