FROM node:22-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-alpine
WORKDIR /app
COPY package.json *-lock.* *.lock ./
RUN if [ -f yarn.lock ]; then yarn install --production --frozen-lockfile; elif [ -f pnpm-lock.yaml ]; then corepack enable && pnpm install --prod --frozen-lockfile; elif [ -f package-lock.json ]; then npm ci --omit=dev; else exit 1; fi
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
