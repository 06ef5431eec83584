FROM node:26-alpine
COPY --link --chmod=644 page.html /x
