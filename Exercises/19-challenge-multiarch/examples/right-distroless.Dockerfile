FROM --platform=$BUILDPLATFORM node:26-alpine AS page
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build

FROM --platform=$BUILDPLATFORM golang:1.27 AS probe
WORKDIR /src
COPY probe ./
ARG TARGETOS TARGETARCH
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/probe .

FROM --platform=$BUILDPLATFORM node:26-alpine AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

FROM gcr.io/distroless/nodejs24-debian12:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=page /app/build ./build
COPY --from=probe /out/probe /usr/local/bin/probe
COPY package.json ./
COPY server ./server
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD ["/usr/local/bin/probe", "http://127.0.0.1:3000"]
CMD ["server/index.js"]
