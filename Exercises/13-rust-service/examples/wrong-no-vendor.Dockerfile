FROM rust:1.98-trixie AS builder
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release --locked
COPY src ./src
RUN touch src/main.rs && cargo build --release --locked

FROM debian:trixie-slim
RUN useradd repaircafe
COPY --from=builder /app/target/release/repaircafe /usr/local/bin/repaircafe
ENV RUST_LOG=info
USER repaircafe
EXPOSE 8080
CMD ["repaircafe"]
