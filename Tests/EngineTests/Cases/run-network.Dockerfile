FROM node:26-alpine
RUN --network=none true
