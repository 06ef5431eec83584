FROM node:26-alpine AS builder
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY client ./client
RUN npm run build

FROM node:26-alpine AS index
WORKDIR /index
COPY package.json ./
COPY scripts ./scripts
COPY server/words.js ./server/
COPY texts ./texts
RUN npm run index

FROM node:26-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY package.json ./
COPY texts ./texts
COPY templates ./templates
COPY server ./server
COPY --from=index /index/search ./search
COPY --from=builder /build/static ./static
USER node
EXPOSE 3000
CMD ["node", "server/index.js"]
