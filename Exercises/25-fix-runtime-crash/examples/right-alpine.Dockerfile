FROM golang:1.27-alpine AS builder
RUN apk add --no-cache gcc make musl-dev
WORKDIR /src
COPY . .
RUN make -C sensor install && go build -o /out/gauge .

FROM alpine:3.24
RUN adduser -S -D -H gauge
WORKDIR /app
COPY --from=builder /usr/local/lib/libsensor.so.1 /usr/local/lib/libsensor.so.1
COPY --from=builder /out/gauge /app/
COPY frames.txt /app/
ENV GAUGE_FRAMES=/app/frames.txt
USER gauge
EXPOSE 8080
CMD ["/app/gauge"]
