FROM node:26-alpine AS a
RUN echo x > /x
FROM node:26-alpine
RUN --mount=type=bind,from=a,source=/x,target=/x cat /x
RUN --mount=type=cache,target=/root/.npm --mount=type=tmpfs,target=/scratch true
USER node
