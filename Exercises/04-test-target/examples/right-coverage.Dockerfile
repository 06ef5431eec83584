# The test stage also serves who wants to look at a failing test: docker run -it IMAGE sh
FROM node:26 AS dependencies
WORKDIR /app
COPY ./package.json ./package-lock.json /app/
RUN npm clean-install

FROM dependencies AS builder
COPY src/ /app/src/
RUN npm run build

FROM builder AS test
COPY test/ /app/test/
RUN set -eu; \
    node --test --experimental-test-coverage
CMD ["sh"]

FROM node:26-slim
COPY --from=builder /app/dist /app/dist
WORKDIR /app
USER node:node
EXPOSE 8080
CMD ["node", "/app/dist/seed-library.mjs"]
