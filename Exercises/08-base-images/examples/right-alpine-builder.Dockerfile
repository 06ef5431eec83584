# A small builder that gets its make; the release of Node is an argument.
ARG NODE=26
FROM node:${NODE}-alpine AS builder
RUN apk add --no-cache make
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN make site

FROM cypress/included:14.5.4 AS test
WORKDIR /app
COPY . .
COPY --from=builder /app/dist ./dist
RUN (node server/index.js &) && npx cypress run

FROM scratch AS site
COPY --from=builder /app/dist/index.html /index.html
COPY --from=builder /app/dist/assets /assets

FROM gcr.io/distroless/nodejs22-debian12:nonroot
COPY --chown=65532:65532 server /app/server
COPY --from=builder /app/dist /app/dist
COPY package.json /app/
WORKDIR /app
USER 65532:65532
EXPOSE 3000
CMD ["server/index.js"]
