FROM rust:1.98-trixie AS builder
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor ./vendor
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release --locked
COPY src ./src
RUN touch src/main.rs && cargo install --locked --path . --root /out

FROM debian:trixie-slim
COPY --from=builder /out/bin/repaircafe /usr/local/bin/
ENV RUST_LOG=info PORT=8080
USER 65534
EXPOSE 8080
CMD ["repaircafe"]
