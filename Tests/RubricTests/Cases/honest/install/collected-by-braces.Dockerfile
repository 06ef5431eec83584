FROM node:26 AS builder
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /app
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev && mkdir /out && cp -r {node_modules,build,server,package.json} /out/

FROM node:26-alpine
WORKDIR /app
COPY --from=builder /out ./
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
