# Python comes as a package.
ARG NODE=26
ARG RELEASE=2026.11

FROM node:${NODE}-alpine AS builder
RUN apk add --no-cache python3
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
ARG RELEASE
RUN python3 scripts/timetable.py timetable.csv src/timetable.json
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.30-alpine
COPY --from=builder /app/dist /usr/share/nginx/html
