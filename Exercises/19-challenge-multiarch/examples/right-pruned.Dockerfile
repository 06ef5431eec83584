FROM --platform=$BUILDPLATFORM node:26 AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY src ./src
RUN npm run build && npm prune --omit=dev

FROM --platform=${BUILDPLATFORM} golang:1.27-alpine AS probe
ARG TARGETARCH
ENV CGO_ENABLED=0 GOARCH=$TARGETARCH
WORKDIR /src
COPY probe .
RUN go build -o /probe .

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=page /app/package.json ./
COPY --from=page /app/node_modules ./node_modules
COPY --from=page /app/build ./build
COPY --from=probe /probe /usr/local/bin/
COPY server ./server
USER 1000
EXPOSE 3000
HEALTHCHECK --start-period=10s CMD probe http://127.0.0.1:3000 || exit 1
CMD ["node", "server/index.js"]
