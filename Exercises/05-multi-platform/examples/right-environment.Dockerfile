ARG GO=1.27
FROM --platform=${BUILDPLATFORM} golang:${GO}-alpine AS compile
ARG TARGETOS
ARG TARGETARCH
ENV CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH
WORKDIR /src
COPY go.mod *.go catalogue.csv ./
RUN --mount=type=cache,target=/root/.cache/go-build go build -trimpath -o kiosk .

FROM scratch
COPY --from=compile /src/kiosk /kiosk
USER 10001
EXPOSE 8080
ENTRYPOINT ["/kiosk"]
