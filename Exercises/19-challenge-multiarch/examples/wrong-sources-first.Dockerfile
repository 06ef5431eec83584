FROM --platform=$BUILDPLATFORM node:26-alpine AS page
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build

FROM --platform=$BUILDPLATFORM golang:1.27 AS probe
WORKDIR /src
COPY probe ./
ARG TARGETOS TARGETARCH
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/probe .

FROM node:26-alpine AS production
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --from=page /app/build ./build
COPY --from=probe /out/probe /usr/local/bin/probe
COPY server ./server
ENV NODE_ENV=production
USER node
EXPOSE 3000
HEALTHCHECK CMD ["probe", "http://127.0.0.1:3000"]
CMD ["node", "server/index.js"]
