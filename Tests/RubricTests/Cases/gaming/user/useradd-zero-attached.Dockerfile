FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY --from=builder /app/build ./build
COPY server ./server
RUN useradd -M -ou0 app
USER app
HEALTHCHECK CMD ["node", "probe.js"]
CMD ["node", "server/index.js"]
