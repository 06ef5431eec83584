FROM golang:1.27 AS builder
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/hivescale .

FROM scratch
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=builder /out/hivescale /hivescale
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["/hivescale"]
