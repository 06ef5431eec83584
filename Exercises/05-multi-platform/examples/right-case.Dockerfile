FROM --platform=$BUILDPLATFORM golang:1.27 AS builder
WORKDIR /src
COPY . .
ARG TARGETPLATFORM
RUN case "$TARGETPLATFORM" in \
      linux/amd64) arch=amd64 ;; \
      linux/arm64) arch=arm64 ;; \
      *) echo "no kiosk for $TARGETPLATFORM" >&2; exit 1 ;; \
    esac && CGO_ENABLED=0 GOOS=linux GOARCH=$arch go build -o /out/kiosk .

FROM alpine:3.24
RUN adduser -S -D -H kiosk
COPY --from=builder /out/kiosk /usr/local/bin/
USER kiosk
EXPOSE 8080
CMD ["kiosk"]
