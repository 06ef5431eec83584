FROM golang:1.27-alpine AS builder
ENV CGO_ENABLED=0 GOFLAGS="-trimpath -ldflags=-s"
WORKDIR /src
COPY go.mod *.go ./
RUN --mount=type=cache,target=/root/.cache/go-build go build -o hivescale .

FROM scratch
COPY --from=builder /etc/ssl/cert.pem /etc/ssl/cert.pem
COPY --from=builder /src/hivescale /bin/hivescale
USER 65534
EXPOSE 8080/tcp
ENTRYPOINT ["/bin/hivescale"]
