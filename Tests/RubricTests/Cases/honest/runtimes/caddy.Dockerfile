FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM caddy:2-alpine
COPY --from=builder /app/build /srv
RUN adduser -S -D -H web
USER web
HEALTHCHECK CMD wget -q --spider http://127.0.0.1:8080/ || exit 1
CMD ["caddy", "file-server", "--root", "/srv", "--listen", ":8080"]
