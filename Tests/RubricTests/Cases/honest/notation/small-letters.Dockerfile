from node:26-alpine as builder
workdir /app
copy package.json package-lock.json ./
run npm ci
copy . .
run npm run build

from node:26-alpine
workdir /app
copy package.json package-lock.json ./
run npm ci --omit=dev
copy --from=builder /app/build ./build
copy server ./server
user node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
