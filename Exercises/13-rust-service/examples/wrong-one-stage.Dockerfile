FROM rust:1.98-trixie
WORKDIR /app
COPY Cargo.toml Cargo.lock ./
COPY vendor ./vendor
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release --locked
COPY . .
RUN touch src/main.rs && cargo build --release --locked
ENV RUST_LOG=info
USER 10001
EXPOSE 8080
CMD ["./target/release/repaircafe"]
