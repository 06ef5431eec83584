FROM rust:1.98-trixie AS builder
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor ./vendor
COPY src ./src
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/app/target \
  cargo build --release --locked && cp target/release/repaircafe /usr/local/bin/

FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=builder /usr/local/bin/repaircafe /usr/local/bin/repaircafe
ENV RUST_LOG=info
EXPOSE 8080
CMD ["/usr/local/bin/repaircafe"]
