FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM busybox:1.37
RUN adduser -D static
USER static
WORKDIR /home/static
COPY --from=builder /app/build .
HEALTHCHECK CMD wget -q --spider http://127.0.0.1:3000/ || exit 1
CMD ["busybox", "httpd", "-f", "-p", "3000"]
