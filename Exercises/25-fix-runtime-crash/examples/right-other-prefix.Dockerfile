FROM golang:1.27-trixie AS builder
WORKDIR /src
COPY . .
RUN make -C sensor install PREFIX=/usr && go build -o /out/gauge .

FROM debian:trixie-slim
WORKDIR /app
COPY --from=builder /usr/lib/libsensor.so.1 /usr/lib/
COPY --from=builder /out/gauge ./gauge
COPY frames.txt ./
ENV GAUGE_FRAMES=frames.txt
USER 10001
EXPOSE 8080
CMD ["./gauge"]
