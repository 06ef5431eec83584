# A variable may name the file in which a secret will be. That is no secret itself.
FROM node:24-alpine AS builder
WORKDIR /app
COPY package.json ./
COPY keys ./keys
COPY scripts ./scripts
COPY recordings ./recordings
RUN --mount=type=secret,id=signing-password,env=SIGNING_PASSWORD ["npm", "run", "build"]

FROM node:24-alpine
ENV NODE_ENV=production ADMIN_TOKEN_FILE=/run/secrets/admin-token
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 3000
ENTRYPOINT ["node", "server/index.js"]
