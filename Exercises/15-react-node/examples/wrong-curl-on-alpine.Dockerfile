FROM node:26-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:26-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=builder /app/build ./build
COPY --from=builder /app/server ./server
USER node
EXPOSE 3000
HEALTHCHECK CMD curl --fail http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
