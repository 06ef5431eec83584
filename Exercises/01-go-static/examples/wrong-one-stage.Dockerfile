FROM golang:1.27
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /usr/local/bin/hivescale .
USER 10001
EXPOSE 8080
CMD ["hivescale"]
