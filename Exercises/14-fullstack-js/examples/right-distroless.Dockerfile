FROM node:26-trixie-slim AS base
WORKDIR /app

FROM base AS frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci
COPY frontend/src src
RUN npm run build

FROM base AS dependencies
COPY backend/package.json backend/package-lock.json ./
RUN npm ci --omit=dev && mkdir data

FROM base AS backend
COPY backend/package.json backend/package-lock.json ./
RUN npm ci
COPY backend/src src
RUN npm run build

FROM gcr.io/distroless/nodejs26-debian13:nonroot
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=dependencies --chown=nonroot:nonroot /app/data ./data
COPY --from=backend /app/dist ./dist
COPY --from=frontend /app/build ./public
EXPOSE 3000
CMD ["dist/server.js"]
