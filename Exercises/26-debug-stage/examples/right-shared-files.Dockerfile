# syntax=docker/dockerfile:1
ARG OFFICE=office:7000

# Compiles the postbox and links it statically.
FROM golang:1.27 AS builder
WORKDIR /src
COPY go.mod *.go ./
RUN CGO_ENABLED=0 go build -o /out/postbox .

# The files of the release, once for both images.
FROM scratch AS files
COPY --from=builder /out/postbox /app/postbox
COPY routes.conf /app/

FROM alpine:3.24 AS debug
ARG OFFICE
RUN apk add --no-cache bind-tools curl
COPY --from=files / /
ENV POSTBOX_OFFICE=$OFFICE
CMD ["/bin/sh", "-l"]

FROM scratch
ARG OFFICE
COPY --from=files / /
ENV POSTBOX_OFFICE=$OFFICE
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=20s --timeout=2s --start-period=3s CMD ["/app/postbox", "-check"]
ENTRYPOINT ["/app/postbox"]
