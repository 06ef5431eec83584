FROM node:26-alpine AS build
RUN echo app > /app
FROM scratch
COPY --from=build /app /app
USER 65534
ENTRYPOINT ["/app"]
