ARG GO=1.27
FROM alpine:3.24 AS certificates
RUN apk add --no-cache ca-certificates

FROM golang:${GO}-bookworm AS builder
WORKDIR /src
COPY . .
RUN go build -trimpath -tags netgo,osusergo -ldflags '-s -w -extldflags "-static"' -o /out/hivescale .

FROM scratch
COPY --from=certificates /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=builder /out/hivescale /hivescale
USER 1000:1000
EXPOSE 8080
ENTRYPOINT ["/hivescale"]
