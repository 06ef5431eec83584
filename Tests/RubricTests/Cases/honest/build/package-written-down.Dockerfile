FROM node:26-alpine AS builder
WORKDIR /app
COPY src ./src
COPY <<EOF package.json
{
  "private": true,
  "scripts": { "lint": "true", "build": "esbuild src/main.jsx --bundle --outdir=build" },
  "devDependencies": { "esbuild": "^0.28.1" }
}
EOF
RUN npm install && npm run build

FROM node:26-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
