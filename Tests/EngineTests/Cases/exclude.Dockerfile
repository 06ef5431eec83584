FROM node:26-alpine
COPY --exclude=*.x page.html /x
