# What the build only reads is mounted too: neither key nor scripts are in any layer.
FROM node:26-alpine AS builder
WORKDIR /app
RUN --mount=type=bind,source=package.json,target=package.json \
  --mount=type=bind,source=keys,target=keys \
  --mount=type=bind,source=scripts,target=scripts \
  --mount=type=bind,source=recordings,target=recordings \
  --mount=type=secret,id=signing-password,mode=0400 \
  npm run build

FROM gcr.io/distroless/nodejs24-debian12:nonroot AS production
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app/dist ./dist
EXPOSE 3000
CMD ["server/index.js"]
