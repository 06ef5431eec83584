FROM node:26-alpine
ENTRYPOINT []
