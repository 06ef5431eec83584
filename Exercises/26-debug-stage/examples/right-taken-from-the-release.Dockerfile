# Compiles the postbox and links it statically.
FROM golang:1.27 AS builder
WORKDIR /src
COPY go.mod *.go ./
RUN CGO_ENABLED=0 go build -o /out/postbox .

# What is shipped: the program and its routes. It is the last stage, and therefore the default.
FROM gcr.io/distroless/static-debian13:nonroot AS release
COPY --from=builder /out/postbox /app/postbox
COPY routes.conf /app/routes.conf
ENV POSTBOX_OFFICE=office:7000
EXPOSE 8080
HEALTHCHECK --timeout=3s --start-period=2s CMD ["/app/postbox", "-check"]
ENTRYPOINT ["/app/postbox"]

# The program comes out of what will be shipped, byte for byte.
FROM ubuntu:24.04 AS debug
RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt \
    apt-get update && apt-get install --yes --no-install-recommends wget netcat-openbsd procps
COPY --from=release /app /app
ENV POSTBOX_OFFICE="office:7000"
ENTRYPOINT ["bash"]

FROM release
