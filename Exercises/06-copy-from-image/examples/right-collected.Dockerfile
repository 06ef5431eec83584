FROM golang:1.27-alpine AS builder
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /maproom .

FROM scratch AS maps
COPY samples/ .

FROM scratch AS parts
COPY --from=nginx:1.31 /etc/nginx/mime.types /etc/maproom/
COPY --from=busybox:stable-musl /bin/wget /bin/
COPY --from=maps . /srv/maps/
COPY --from=builder /maproom /bin/

FROM gcr.io/distroless/base-debian12:nonroot
COPY --from=parts / /
EXPOSE 8080/tcp
HEALTHCHECK --interval=1m CMD ["/bin/wget", "--spider", "-q", "http://127.0.0.1:8080/health"]
ENTRYPOINT ["/bin/maproom"]
