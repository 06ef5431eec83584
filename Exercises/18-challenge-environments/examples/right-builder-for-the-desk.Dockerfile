FROM node:26-slim AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
ARG APP_ENV=production
RUN npm run build

FROM node:26-slim AS development
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
ENV NODE_ENV=development LOG_LEVEL=debug
EXPOSE 3000
CMD ["npm", "run", "dev"]

FROM node:26-slim AS runtime
WORKDIR /app
ENV NODE_ENV=production
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY --from=builder /app/build ./build
COPY --from=builder /app/server ./server
EXPOSE 3000
USER 1000
HEALTHCHECK --timeout=5s --start-period=5s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/index.js"]

FROM runtime AS staging
ENV LOG_LEVEL=debug

FROM runtime AS production
ENV LOG_LEVEL=info
