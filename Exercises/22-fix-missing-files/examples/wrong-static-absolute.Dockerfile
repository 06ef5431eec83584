FROM node:26-alpine AS builder
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY client ./client
RUN npm run build

FROM node:26-alpine AS index
WORKDIR /index
COPY package.json ./
COPY scripts ./scripts
COPY server/words.js ./server/
COPY texts ./texts
RUN npm run index

FROM node:26-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY texts ./texts
COPY templates ./templates
COPY server ./server
COPY --from=index /index/search ./search
COPY --from=builder /build/static /static
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
