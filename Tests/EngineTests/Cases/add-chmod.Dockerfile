FROM node:26-alpine
ADD --chmod=755 page.html /x
