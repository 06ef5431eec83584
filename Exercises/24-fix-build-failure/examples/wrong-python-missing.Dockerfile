ARG NODE=26
ARG RELEASE=2026.11


FROM node:${NODE}-alpine AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY scripts ./scripts
COPY src ./src
COPY timetable.csv ./
RUN python3 scripts/timetable.py timetable.csv src/timetable.json
ARG RELEASE
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.30-alpine AS production
COPY --from=builder /app/dist /usr/share/nginx/html
