FROM node:26-alpine
CMD ["node", "server.js"]
