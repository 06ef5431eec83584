FROM node:26-alpine
ONBUILD RUN echo later
ONBUILD COPY . /app
USER node
