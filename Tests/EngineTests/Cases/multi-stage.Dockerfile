FROM node:26-alpine AS deps
WORKDIR /app
RUN mkdir node_modules && touch node_modules/x
FROM node:26-alpine AS builder
WORKDIR /app
RUN mkdir build && echo ok > build/index.html
FROM nginx:1.29-alpine
COPY --from=builder --chown=nginx:nginx /app/build /usr/share/nginx/html
COPY --from=0 /app/node_modules /m
USER nginx
EXPOSE 8080/tcp 9000-9002/udp
