FROM node:26 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN npm prune --omit=dev

FROM scratch
COPY --from=builder / /
WORKDIR /app
USER node
HEALTHCHECK CMD ["curl", "-f", "http://127.0.0.1:3000/health"]
CMD ["node", "server/index.js"]
