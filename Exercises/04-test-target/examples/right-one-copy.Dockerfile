# Everything is copied once; the test stage finds the tests where the builder put them.
FROM node:26-alpine AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM builder AS test
RUN npm test

FROM node:26-alpine
WORKDIR /app
COPY --from=builder /app/dist ./dist
USER node
EXPOSE 8080
CMD ["node", "dist/seed-library.mjs"]
