FROM node:26-alpine AS builder
RUN npm install -g pnpm@10
WORKDIR /app
COPY . .
RUN pnpm i --frozen-lockfile && pnpm run build && pnpm prune --prod

FROM node:26-alpine
WORKDIR /app
COPY package.json ./
COPY --from=builder /app/node_modules ./node_modules
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
