# The secret at a place of its own choice, and needed: without it the build stops.
FROM node:26 AS builder
WORKDIR /app
COPY package.json ./
COPY keys/ keys/
COPY scripts/ scripts/
COPY recordings/ recordings/
RUN --mount=type=secret,id=signing-password,target=/tmp/words,required=true \
  SIGNING_PASSWORD="$(cat /tmp/words)" npm run build

FROM node:26-slim
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app/dist ./dist
USER 1000
EXPOSE 3000
CMD ["node", "server/index.js"]
