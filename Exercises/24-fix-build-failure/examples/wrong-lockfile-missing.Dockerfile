ARG NODE=26
ARG RELEASE=2026.11

FROM python:3.14-alpine AS timetable
WORKDIR /app
COPY scripts/timetable.py timetable.csv ./
RUN python3 timetable.py timetable.csv timetable.json

FROM node:${NODE}-alpine AS builder
WORKDIR /app
COPY package.json ./
RUN npm ci
COPY scripts ./scripts
COPY src ./src
COPY --from=timetable /app/timetable.json ./src/
ARG RELEASE
RUN npm run build

FROM nginxinc/nginx-unprivileged:1.30-alpine AS production
COPY --from=builder /app/dist /usr/share/nginx/html
