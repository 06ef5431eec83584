FROM golang:1.27 AS builder
WORKDIR /src
RUN --mount=type=bind,target=. CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/hivescale .

FROM alpine:3.24
COPY --from=builder /out/hivescale /hivescale
USER nobody
EXPOSE 8080
ENTRYPOINT ["/hivescale"]
