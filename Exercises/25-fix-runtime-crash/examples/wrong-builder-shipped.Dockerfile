FROM golang:1.27-trixie AS builder
WORKDIR /app
COPY sensor ./sensor
COPY go.mod *.go frames.txt ./
RUN make -C sensor install && ldconfig && go build -o gauge .
ENV GAUGE_FRAMES=/app/frames.txt
USER 10001
EXPOSE 8080
CMD ["./gauge"]
