FROM node:26-trixie-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build
RUN mkdir /data

FROM gcr.io/distroless/nodejs26-debian13:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=builder --chown=nonroot:nonroot /data /data
COPY --from=builder /app/dist ./dist
EXPOSE 8080
HEALTHCHECK --timeout=5s --start-period=10s CMD /nodejs/bin/node dist/health.mjs
CMD ["dist/server.mjs"]
