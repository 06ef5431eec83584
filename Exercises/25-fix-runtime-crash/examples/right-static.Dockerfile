FROM golang:1.27-alpine AS builder
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
RUN make -C sensor install && go build -ldflags '-extldflags "-static"' -o /out/gauge .

FROM scratch
WORKDIR /app
COPY --from=builder /out/gauge ./
COPY frames.txt ./
ENV GAUGE_FRAMES=/app/frames.txt
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["./gauge"]
