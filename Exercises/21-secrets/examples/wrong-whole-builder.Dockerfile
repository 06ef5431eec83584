FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json ./
COPY keys ./keys
COPY scripts ./scripts
COPY recordings ./recordings
RUN --mount=type=secret,id=signing-password npm run build

FROM node:26-alpine AS production
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app ./
USER node
EXPOSE 3000
CMD ["node", "server/index.js"]
