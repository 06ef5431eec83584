FROM golang:1.27 AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/hivescale .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /out/hivescale /usr/local/bin/hivescale
EXPOSE 8080
CMD ["/usr/local/bin/hivescale"]
