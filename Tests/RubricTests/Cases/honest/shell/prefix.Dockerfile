FROM node:26-alpine AS builder
COPY . /app
RUN npm --prefix /app ci && npm --prefix /app run build

FROM node:26-alpine
COPY package.json package-lock.json /app/
RUN npm --prefix /app ci --omit=dev
WORKDIR /app
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
