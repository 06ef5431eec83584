import BuildModel
import Testing

@Suite struct CompiledToolTests {
  @Test(arguments: go + rust + java + others)
  func `reads the tools of compiled languages`(row: PackageRow) throws {
    let step = try row.step()
    #expect(step.summary == row.expected)
  }

  private static let caches = "modules left, build left"
  private static let go = PackageRow.rows(
    "golang:1.27",
    [
      ("RUN go mod download", "go download, lockfile respected, to /go/pkg/mod, modules left"),
      (
        "RUN --mount=type=cache,target=/go/pkg/mod go mod download",
        "go download, lockfile respected, to /go/pkg/mod, modules mounted"
      ),
      ("RUN go build -o /out/app .", "go build, lockfile respected, \(caches), output /out/app, unknown linkage"),
      ("RUN go build -o=app ./cmd/app", "go build, lockfile respected, \(caches), output /app/app, unknown linkage"),
      ("RUN go build --o app .", "go build, lockfile respected, \(caches), output /app/app, unknown linkage"),
      ("RUN go build ./cmd/server", "go build, lockfile respected, \(caches), output /app/server, unknown linkage"),
      ("RUN go build main.go", "go build, lockfile respected, \(caches), output /app/main, unknown linkage"),
      ("RUN go build .", "go build, lockfile respected, \(caches), unknown linkage"),
      ("RUN go build -o bin/ ./...", "go build, lockfile respected, \(caches), output /app/bin/, unknown linkage"),
      (
        "RUN cd src && go build -o ../app",
        "go build, lockfile respected, \(caches), output /app/app, unknown linkage"
      ),
      (
        "RUN CGO_ENABLED=0 go build -o /app .",
        "go build, lockfile respected, \(caches), output /app, static linkage"
      ),
      (
        "ENV CGO_ENABLED=0\nRUN go build -ldflags=\"-s -w\" -trimpath -o /bin/app .",
        "go build, lockfile respected, \(caches), output /bin/app, static linkage"
      ),
      (
        "RUN CGO_ENABLED=1 go build -o /app .",
        "go build, lockfile respected, \(caches), output /app, dynamic linkage"
      ),
      (
        "RUN CGO_ENABLED=false go build -o /app .",
        "go build, lockfile respected, \(caches), output /app, unknown linkage, "
          + "mistake CGO_ENABLED=false for CGO_ENABLED=0"
      ),
      (
        "ENV CGO_ENABLE=0\nRUN go build -o /app .",
        "go build, lockfile respected, \(caches), output /app, unknown linkage, mistake CGO_ENABLE=0 for CGO_ENABLED=0"
      ),
      (
        "RUN go build -ldflags '-linkmode external -extldflags \"-static\"' -o /app .",
        "go build, lockfile respected, \(caches), output /app, static linkage"
      ),
      (
        "RUN --mount=type=cache,target=/root/.cache/go-build --mount=type=cache,target=/go/pkg/mod go build -o /app .",
        "go build, lockfile respected, modules mounted, build mounted, output /app, unknown linkage"
      ),
      (
        "RUN go build -o /app . && go clean -cache -modcache",
        "go build, lockfile respected, modules removed, build removed, output /app, unknown linkage"
      ),
      (
        "RUN go build -o /app . && go clean -cache",
        "go build, lockfile respected, modules left, build removed, output /app, unknown linkage"
      ),
      (
        "RUN go env -w CGO_ENABLED=0 && go build -o /a .",
        "go build, lockfile respected, \(caches), output /a, static linkage"
      ),
      (
        "RUN go env -w CGO_ENABLED=0\nRUN CGO_ENABLED=1 go build -o /a .",
        "go build, lockfile respected, \(caches), output /a, dynamic linkage"
      ),
      ("RUN go build -mod=mod -o /a .", "go build, lockfile may-change, \(caches), output /a, unknown linkage"),
      ("RUN GOFLAGS=-mod=mod go build -o /a .", "go build, lockfile may-change, \(caches), output /a, unknown linkage"),
      (
        "RUN go install ./cmd/tool",
        "go install, lockfile respected, to /go/bin, \(caches), output /go/bin/tool, unknown linkage"
      ),
      (
        "ENV GOBIN=/out\nRUN go install example.com/cmd/tool@v1.2",
        "go install, lockfile respected, to /out, \(caches), output /out/tool, unknown linkage"
      ),
      ("RUN go get ./...", "go install, lockfile may-change, to /go/bin, modules left, unknown linkage"),
      ("RUN go mod tidy", "go lock, lockfile may-change, modules left"),
      ("RUN go test ./...", "go test, lockfile respected, \(caches), tests"),
    ]
  )

  private static let crates = "registry left, git left"
  private static let rust = PackageRow.rows(
    "rust:1.98",
    [
      (
        "RUN RUSTFLAGS='-C target-feature=+crt-static' cargo build --bin a",
        "cargo build, lockfile may-change, \(crates), output /app/target/debug/a, static linkage"
      ),
      (
        "ENV CARGO_BUILD_TARGET=aarch64-unknown-linux-musl\nRUN cargo build --release",
        "cargo build, lockfile may-change, \(crates), "
          + "output /app/target/aarch64-unknown-linux-musl/release/, static linkage"
      ),
      ("RUN cargo build", "cargo build, lockfile may-change, \(crates), output /app/target/debug/, unknown linkage"),
      (
        "RUN cargo build --release",
        "cargo build, lockfile may-change, \(crates), output /app/target/release/, unknown linkage"
      ),
      (
        "RUN cargo b -r --locked --bin server",
        "cargo build, lockfile respected, \(crates), output /app/target/release/server, unknown linkage"
      ),
      (
        "RUN cargo build --frozen --release --target x86_64-unknown-linux-musl",
        "cargo build, lockfile respected, \(crates), "
          + "output /app/target/x86_64-unknown-linux-musl/release/, static linkage"
      ),
      (
        "ENV CARGO_TARGET_DIR=/t\nRUN cargo build --profile production",
        "cargo build, lockfile may-change, \(crates), output /t/production/, unknown linkage"
      ),
      (
        "RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/app/target "
          + "cargo build --release",
        "cargo build, lockfile may-change, registry mounted, git left, "
          + "mounted output /app/target/release/, unknown linkage"
      ),
      (
        "RUN cargo install --path . --root /out",
        "cargo install, lockfile ignored, to /out/bin, \(crates)"
      ),
      ("RUN cargo install --locked ripgrep", "cargo install, lockfile respected, to /usr/local/cargo/bin, \(crates)"),
      ("RUN cargo fetch --locked", "cargo download, lockfile respected, to /usr/local/cargo/registry, \(crates)"),
      (
        "RUN cargo chef cook --release --recipe-path recipe.json",
        "cargo install, lockfile may-change, to /app/target, \(crates)"
      ),
      (
        "ENV CARGO_LOCKED=1\nRUN cargo build -r",
        "cargo build, lockfile may-change, \(crates), output /app/target/release/, unknown linkage, "
          + "mistake CARGO_LOCKED=1 for --locked"
      ),
      (
        "RUN cargo +nightly build",
        "cargo build, lockfile may-change, \(crates), output /app/target/debug/, unknown linkage"
      ),
      ("RUN cargo test --locked", "cargo test, lockfile respected, \(crates), tests"),
      ("RUN cargo nextest run", "cargo test, lockfile may-change, \(crates), tests"),
    ]
  )

  private static let java =
    PackageRow.rows(
      "maven:3.9-eclipse-temurin-21",
      [
        ("RUN mvn package", "maven build, repository left, output /app/target/, tests"),
        (
          "RUN mvn -B clean package -DskipTests",
          "maven build, repository left, output /app/target/, tests skipped by -DskipTests"
        ),
        (
          "RUN mvn clean verify -Dmaven.test.skip=true",
          "maven build, repository left, output /app/target/, tests skipped by -Dmaven.test.skip=true"
        ),
        ("RUN mvn package -DskipTests=false", "maven build, repository left, output /app/target/, tests"),
        (
          "RUN mvn package -DskipTest",
          "maven build, repository left, output /app/target/, tests, mistake -DskipTest for -DskipTests"
        ),
        ("RUN ./mvnw -f api/pom.xml package", "maven build, repository left, output /app/api/target/, tests"),
        ("RUN mvn dependency:go-offline", "maven download, to /root/.m2/repository, repository left"),
        (
          "RUN --mount=type=cache,target=/root/.m2 mvn -DskipTests package",
          "maven build, repository mounted, output /app/target/, tests skipped by -DskipTests"
        ),
        (
          "RUN mvn -Dmaven.repo.local=/repo package && rm -rf /repo",
          "maven build, repository removed, output /app/target/, tests"
        ),
        ("RUN mvn test", "maven test, repository left, tests"),
        ("RUN mvn compile", "maven build, repository left, output /app/target/"),
      ]
    )
    + PackageRow.rows(
      "gradle:9-jdk21",
      [
        ("RUN gradle build", "gradle build, home left, output /app/build/, tests"),
        ("RUN ./gradlew build -x test", "gradle build, home left, output /app/build/, tests skipped by -x test"),
        ("RUN gradle :api:bootJar --no-daemon", "gradle build, home left, output /app/build/"),
        ("RUN gradle assemble", "gradle build, home left, output /app/build/"),
        (
          "RUN gradle build -DskipTests",
          "gradle build, home left, output /app/build/, tests, mistake -DskipTests for -x test"
        ),
        ("RUN gradle test", "gradle test, home left, tests"),
        (
          "RUN --mount=type=cache,target=/home/gradle/.gradle GRADLE_USER_HOME=/home/gradle/.gradle gradle bootJar",
          "gradle build, home mounted, output /app/build/"
        ),
      ]
    )

  private static let others =
    PackageRow.rows(
      "debian:trixie",
      [
        (
          "RUN dotnet restore --locked-mode",
          "dotnet download, lockfile respected, to /root/.nuget/packages, packages left"
        ),
        ("RUN dotnet publish -c Release -o /out", "dotnet build, lockfile unknown, packages left, output /out/"),
        ("RUN dotnet test", "dotnet test, lockfile unknown, packages left, tests"),
        (
          "RUN composer install --no-dev",
          "composer install, production, lockfile respected, to /app/vendor, downloads left"
        ),
        (
          "ENV COMPOSER_NO_DEV=1\nRUN composer install && composer clear-cache",
          "composer install, production, lockfile respected, to /app/vendor, downloads removed"
        ),
        ("RUN composer install", "composer install, all, lockfile respected, to /app/vendor, downloads left"),
        (
          "RUN composer update --no-dev",
          "composer upgrade, production, lockfile may-change, to /app/vendor, downloads left"
        ),
        ("RUN bundle install", "bundler install, all, lockfile may-change, to system, downloads left"),
        (
          "ENV BUNDLE_WITHOUT=development:test BUNDLE_DEPLOYMENT=1\nRUN bundle install",
          "bundler install, production, lockfile respected, to system, downloads left"
        ),
        (
          "RUN bundle config set --local without 'development test' && bundle install",
          "bundler install, production, lockfile may-change, to system, downloads left"
        ),
      ]
    )
}
