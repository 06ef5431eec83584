FROM node:26-slim AS frontend
WORKDIR /src
COPY frontend/package*.json ./
RUN npm ci
COPY frontend/ .
RUN npm run build

FROM node:26-slim AS backend
WORKDIR /src
COPY backend/package*.json ./
RUN npm ci
COPY backend/ .
RUN npm run build && npm prune --omit=dev

FROM node:26-slim AS production
ENV NODE_ENV=production
WORKDIR /app
COPY --from=backend /src/package.json ./
COPY --from=backend /src/node_modules ./node_modules
COPY --from=backend /src/dist ./dist
COPY --from=frontend /src/build ./public
RUN mkdir data && chown 1000:1000 data
EXPOSE 3000
USER 1000:1000
CMD ["node", "dist/server.js"]
