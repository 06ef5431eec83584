FROM node:26-trixie-slim AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build
RUN mkdir /data

FROM node:26-trixie-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=builder --chown=node:node /data /data
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 8080
HEALTHCHECK --timeout=5s --start-period=10s CMD ["node", "dist/health.mjs"]
CMD ["node", "dist/server.mjs"]
