FROM node:26-alpine AS base
HEALTHCHECK --interval=10s CMD wget localhost
USER node
FROM base
WORKDIR app
WORKDIR ../srv
