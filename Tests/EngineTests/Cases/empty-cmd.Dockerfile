FROM node:26-alpine
CMD []
