FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
USER node
COPY <<'EOF' /probe.mjs
const answer = await fetch('http://127.0.0.1:3000/health');
process.exit(answer.ok ? 0 : 1);
EOF
HEALTHCHECK CMD ["node", "/probe.mjs"]
CMD ["node", "server/index.js"]
