FROM node:26-alpine AS frontend
WORKDIR /app
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci
COPY frontend/src ./src
RUN npm run build

FROM node:26-alpine AS backend
WORKDIR /app
COPY backend/package.json backend/package-lock.json ./
RUN npm ci
COPY backend/src ./src
RUN npm run build

FROM node:26-alpine
WORKDIR /app
COPY backend/package.json backend/package-lock.json ./
RUN npm ci && npm cache clean --force
RUN mkdir data && chown node:node data
COPY --from=backend /app/dist ./dist
COPY --from=frontend /app/build ./public
ENV NODE_ENV=production
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
