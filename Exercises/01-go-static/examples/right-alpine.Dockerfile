FROM golang:1.27 AS compile
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /out/hivescale .

FROM alpine:3.24
RUN apk add --no-cache ca-certificates && adduser -S -D -H hivescale
COPY --from=compile /out/hivescale /usr/local/bin/
USER hivescale
EXPOSE 8080
CMD ["hivescale"]
