ARG NODE=26
ARG RELEASE=2026.11

FROM python:3.14-slim AS timetable
COPY scripts/timetable.py timetable.csv /work/
RUN python /work/timetable.py /work/timetable.csv /work/timetable.json

FROM node:${NODE}-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

FROM dependencies AS builder
ARG RELEASE
COPY scripts/release.js scripts/
COPY src/ src/
COPY --from=timetable /work/timetable.json src/timetable.json
RUN RELEASE=$RELEASE npm run build

FROM nginx:1.30-alpine
COPY --from=builder /app/dist /usr/share/nginx/html
COPY <<CONF /etc/nginx/conf.d/default.conf
server {
  listen 8080;
  root /usr/share/nginx/html;
}
CONF
USER 101
