FROM node:26 AS builder
WORKDIR /app
COPY --chown=node:node package.json ./
COPY --chown=node:node keys ./keys
COPY --chown=node:node scripts ./scripts
COPY --chown=node:node recordings ./recordings
RUN --mount=type=secret,id=signing-password,mode=0400 npm run build

FROM gcr.io/distroless/nodejs24-debian12:nonroot AS production
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app/dist ./dist
EXPOSE 3000
CMD ["server/index.js"]
