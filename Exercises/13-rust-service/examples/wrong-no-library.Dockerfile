FROM rust:1.98-trixie AS builder
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor ./vendor
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release --locked
COPY src ./src
RUN touch src/main.rs && cargo build --release --locked

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=builder /app/target/release/repaircafe /usr/local/bin/repaircafe
ENV RUST_LOG=info
EXPOSE 8080
CMD ["/usr/local/bin/repaircafe"]
