FROM node:22-alpine AS builder
RUN corepack enable && corepack prepare yarn@4.9.1 --activate
WORKDIR /app
COPY . .
RUN yarn install --immutable && yarn run build

FROM node:22-alpine
WORKDIR /app
COPY package.json yarn.lock .yarnrc.yml ./
COPY .yarn ./.yarn
RUN corepack enable && corepack prepare yarn@4.9.1 --activate && yarn workspaces focus --production && yarn cache clean --all
COPY --from=builder /app/build ./build
COPY server ./server
USER node
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "server/index.js"]
