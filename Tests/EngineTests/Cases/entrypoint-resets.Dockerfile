FROM node:26-alpine
ENTRYPOINT ["/sbin/tini", "--"]
