FROM golang:1.27 AS builder
WORKDIR /src
COPY go.mod *.go ./
RUN CGO_ENABLED=0 go build -o /out/maproom .

FROM scratch AS maps
COPY samples /

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=busybox:1.37-musl /bin/wget /usr/bin/wget
COPY --from=maps / /srv/maps
COPY --from=builder /out/maproom /maproom
EXPOSE 8080
HEALTHCHECK CMD ["/usr/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/health"]
CMD ["/maproom"]
