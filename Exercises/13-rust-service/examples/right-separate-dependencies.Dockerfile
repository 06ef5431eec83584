ARG RUST=1.98
FROM rust:${RUST}-slim-bookworm AS dependencies
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor ./vendor
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release --locked

FROM dependencies AS builder
COPY src ./src
RUN touch src/*.rs && cargo build --release --locked

FROM debian:bookworm-slim
RUN groupadd --system cafe && useradd --system --gid cafe cafe
COPY --from=builder --chown=cafe:cafe /app/target/release/repaircafe /opt/repaircafe
ENV RUST_LOG="info"
USER cafe:cafe
EXPOSE 8080
ENTRYPOINT ["/opt/repaircafe"]
