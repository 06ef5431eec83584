FROM rust:1.98-alpine AS compile
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor ./vendor
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release --locked
COPY src ./src
RUN touch src/main.rs && cargo build --release --locked

FROM alpine:3.24
RUN adduser -S -D -H -u 10001 cafe
WORKDIR /srv
COPY --from=compile /app/target/release/repaircafe ./
ENV RUST_LOG=info
USER cafe
EXPOSE 8080
CMD ["./repaircafe"]
