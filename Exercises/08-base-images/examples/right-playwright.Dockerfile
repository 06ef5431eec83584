# The test image of another maker, with Cypress added; the site and the image come from the same builder.
FROM node:26-trixie AS builder
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY Makefile ./
COPY src src
RUN ["make", "site"]

FROM scratch AS site
COPY --from=builder /app/dist/ /

FROM mcr.microsoft.com/playwright:v1.55.0-noble AS test
RUN npm install --global cypress@15.0.0
WORKDIR /app
COPY package.json cypress.config.mjs ./
COPY cypress ./cypress
COPY server ./server
COPY --from=builder /app/dist ./dist
RUN node server/index.js & cypress run --browser electron

FROM gcr.io/distroless/nodejs24-debian12:nonroot AS production
WORKDIR /app
COPY --from=builder /app/package.json ./
COPY server ./server
COPY --from=builder /app/dist ./dist
EXPOSE 3000
CMD ["/app/server/index.js"]
