FROM --platform=$BUILDPLATFORM golang:1.27 AS tested
WORKDIR /src
COPY . .
RUN go test ./...

FROM tested AS builder
ARG TARGETOS TARGETARCH
RUN CGO_ENABLED=0 GOOS=${TARGETOS:-linux} GOARCH=${TARGETARCH} go build -o /out/kiosk .

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=builder /out/kiosk /kiosk
EXPOSE 8080
ENTRYPOINT ["/kiosk"]
