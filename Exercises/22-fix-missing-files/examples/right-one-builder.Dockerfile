FROM node:26-slim AS builder
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm run index

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=builder /build/package.json ./
COPY --from=builder /build/texts texts
COPY --from=builder /build/templates templates
COPY --from=builder /build/server server
COPY --from=builder /build/static static
COPY --from=builder /build/search search
EXPOSE 3000
USER 1000
HEALTHCHECK --timeout=5s --start-period=5s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/index.js"]
