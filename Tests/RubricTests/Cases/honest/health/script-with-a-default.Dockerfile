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
ENV PORT=3000
COPY --chmod=755 <<'EOF' /usr/local/bin/probe
#!/bin/sh
set -e
wget -q -O /dev/null "http://127.0.0.1:${PORT:-3000}/health"
EOF
HEALTHCHECK CMD ["probe"]
CMD ["node", "server/index.js"]
