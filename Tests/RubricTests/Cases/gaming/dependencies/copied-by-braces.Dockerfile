FROM node:26 AS builder
SHELL ["/bin/bash", "-c"]
WORKDIR /app
COPY . .
RUN npm ci && npm run build && mkdir /out && cp -r {node_modules,build,server} /out/

FROM node:26-alpine
WORKDIR /app
COPY package.json package-lock.json ./
COPY --from=builder /out ./
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
