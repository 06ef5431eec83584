# The full image has Python; the argument keeps its value in the stage.
FROM node:24 AS builder
ARG RELEASE=2026.11
ENV RELEASE=$RELEASE
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev
COPY scripts ./scripts
COPY timetable.csv ./
COPY src ./src
RUN python3 scripts/timetable.py timetable.csv src/timetable.json && npm run build

FROM nginxinc/nginx-unprivileged:alpine AS web
COPY --from=builder /app/dist/ /usr/share/nginx/html/
