FROM rust:1.98-alpine AS builder
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor vendor
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build -r --locked && rm -r src target/release/.fingerprint/repaircafe-*
COPY src src
RUN cargo build -r --locked

FROM scratch
COPY --from=builder /app/target/release/repaircafe /repaircafe
ENV RUST_LOG=info
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["/repaircafe"]
