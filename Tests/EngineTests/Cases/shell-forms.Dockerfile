FROM node:26-alpine
ENTRYPOINT exec node
CMD node server.js --port 3000
HEALTHCHECK CMD wget -q http://localhost:3000 || exit 1
