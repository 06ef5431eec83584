FROM --platform=$BUILDPLATFORM golang:1.27 AS builder
WORKDIR /src
COPY . .
ARG TARGETOS
ARG TARGETARCH
ARG TARGETVARIANT
RUN export CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH GOARM=${TARGETVARIANT#v} \
 && go build -o /out/kiosk .

FROM debian:13-slim
COPY --from=builder /out/kiosk /usr/local/bin/kiosk
USER nobody
EXPOSE 8080
CMD ["kiosk"]
