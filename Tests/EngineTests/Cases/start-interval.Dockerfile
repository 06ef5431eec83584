FROM node:26-alpine
HEALTHCHECK --start-interval=2s CMD true
