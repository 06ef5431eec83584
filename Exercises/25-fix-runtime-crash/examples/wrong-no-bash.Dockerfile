FROM golang:1.27-trixie AS builder
WORKDIR /src
COPY . .
RUN make -C sensor install && go build -o /out/gauge .

FROM gcr.io/distroless/base-debian13:nonroot
WORKDIR /app
COPY --from=builder /usr/local/lib/libsensor.so.1 /usr/lib/
COPY --from=builder /out/gauge ./gauge
COPY frames.txt ./
ENV GAUGE_FRAMES=/app/frames.txt
EXPOSE 8080
CMD ["bash", "-c", "./gauge"]
