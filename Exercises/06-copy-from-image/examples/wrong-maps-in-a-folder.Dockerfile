FROM golang:1.27 AS builder
WORKDIR /src
COPY go.mod *.go ./
RUN CGO_ENABLED=0 go build -o /out/maproom .

FROM scratch AS maps
COPY samples /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=nginx:1.30-alpine /etc/nginx/mime.types /etc/maproom/mime.types
COPY --from=busybox:1.37-musl /bin/wget /usr/bin/wget
COPY --from=maps /data /srv/maps
COPY --from=builder /out/maproom /maproom
EXPOSE 8080
HEALTHCHECK CMD ["/usr/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/health"]
CMD ["/maproom"]
