FROM node:26-alpine AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

FROM dependencies AS builder
ARG APP_ENV=production
COPY src ./src
RUN npm run build

FROM dependencies AS development
ENV NODE_ENV=development
COPY server ./server
COPY src ./src
EXPOSE 3000
CMD ["npm", "run", "dev"]

FROM node:26-alpine AS runtime
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=builder /app/build ./build
COPY server ./server
ENV NODE_ENV=production
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]

FROM runtime AS staging
ENV LOG_LEVEL=debug

FROM runtime AS production
ENV LOG_LEVEL=info
