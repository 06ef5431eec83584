FROM --platform=$BUILDPLATFORM golang:1.27 AS builder
WORKDIR /src
COPY . .
ARG TARGETOS TARGETARCH
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/kiosk .

FROM golang:1.27
USER 65532
COPY --from=builder /out/kiosk /kiosk
EXPOSE 8080
CMD ["/kiosk"]
