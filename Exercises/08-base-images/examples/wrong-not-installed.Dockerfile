FROM node:26 AS builder
WORKDIR /app
COPY package.json package-lock.json ./
COPY Makefile ./
COPY src ./src
RUN make site

FROM cypress/included:15.0.0 AS test
WORKDIR /app
COPY package.json cypress.config.mjs ./
COPY cypress ./cypress
COPY server ./server
COPY --from=builder /app/dist ./dist
RUN node server/index.js & cypress run

FROM scratch AS site
COPY --from=builder /app/dist /

FROM gcr.io/distroless/nodejs24-debian12:nonroot AS production
WORKDIR /app
COPY package.json ./
COPY server ./server
COPY --from=builder /app/dist ./dist
EXPOSE 3000
CMD ["server/index.js"]
