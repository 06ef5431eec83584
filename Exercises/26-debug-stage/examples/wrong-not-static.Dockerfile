# Compiles the postbox and links it statically.
FROM golang:1.27 AS builder
WORKDIR /src
COPY go.mod *.go ./
RUN go build -o /out/postbox .

# For looking around: what is shipped, with a shell and tools. Built on request: docker build --target debug .
FROM debian:trixie-slim AS debug
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl netcat-openbsd procps \
 && rm -rf /var/lib/apt/lists/*
COPY --from=builder /out/postbox /app/postbox
COPY routes.conf /app/routes.conf
ENV POSTBOX_OFFICE=office:7000

# What is shipped: the program and its routes. It is the last stage, and therefore the default.
FROM gcr.io/distroless/static-debian13:nonroot AS production
COPY --from=builder /out/postbox /app/postbox
COPY routes.conf /app/routes.conf
ENV POSTBOX_OFFICE=office:7000
EXPOSE 8080
HEALTHCHECK --timeout=3s --start-period=2s CMD ["/app/postbox", "-check"]
ENTRYPOINT ["/app/postbox"]
