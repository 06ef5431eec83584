FROM golang:1.27-trixie AS builder
WORKDIR /src
RUN make -C sensor install && go build -o /out/gauge .

FROM debian:trixie-slim
WORKDIR /app
COPY --from=builder /usr/local/lib/libsensor.so.1 /usr/local/lib/
RUN ldconfig
COPY --from=builder /out/gauge ./gauge
COPY frames.txt ./
ENV GAUGE_FRAMES=/app/frames.txt
USER 10001
EXPOSE 8080
CMD ["./gauge"]
