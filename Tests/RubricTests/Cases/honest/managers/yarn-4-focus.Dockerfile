FROM node:22-alpine AS builder
RUN corepack enable
WORKDIR /app
COPY . .
RUN yarn install --immutable && yarn build && yarn workspaces focus --all --production

FROM node:22-alpine
WORKDIR /app
COPY package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
