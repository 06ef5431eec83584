FROM node:26-slim AS builder
WORKDIR /src
COPY . .
RUN npm ci && npm run build && mkdir -p /out/data && mv dist /out/

FROM gcr.io/distroless/nodejs26-debian13:nonroot AS server
ENV NODE_ENV=production
COPY --from=builder --chown=65532 /out/data /data
COPY --from=builder /out/dist /app/dist
EXPOSE 8080/tcp
HEALTHCHECK --timeout=5s --start-period=10s CMD ["/nodejs/bin/node", "/app/dist/health.mjs"]
ENTRYPOINT ["/nodejs/bin/node", "/app/dist/server.mjs"]
