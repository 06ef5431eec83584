FROM --platform=$BUILDPLATFORM golang:1.27 AS builder
WORKDIR /src
COPY . .
ARG TARGETOS TARGETARCH
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/kiosk .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /out/kiosk /kiosk
EXPOSE 8080
