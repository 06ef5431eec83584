import BuildModel
import Diagnostics

extension Check {
  package static let freshSources = Check(
    id: "fresh-sources",
    title: "Compile the real sources after the stand-in",
    rationale: "COPY keeps the times of files: cargo takes an older main.rs for done, and ships the stand-in",
    good: [
      """
      FROM rust:1.98
      WORKDIR /app
      COPY Cargo.toml Cargo.lock ./
      RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release && rm -rf src target/release/deps/app*
      COPY src ./src
      RUN cargo build --release

      """,
      """
      FROM rust:1.98
      WORKDIR /app
      COPY Cargo.toml Cargo.lock ./
      RUN cargo init --bin && cargo build --release
      COPY src ./src
      RUN touch src/main.rs && cargo build --release

      """,
      "FROM rust:1.98\nWORKDIR /app\nCOPY . .\nRUN cargo build --release\n",
    ],
    bad: [
      """
      FROM rust:1.98
      WORKDIR /app
      COPY Cargo.toml Cargo.lock ./
      RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release
      COPY src ./src
      RUN ⟦cargo build --release⟧

      """,
      """
      FROM rust:1.98
      WORKDIR /app
      COPY Cargo.toml Cargo.lock ./
      RUN mkdir src && ⟦echo 'fn main() {}' > src/main.rs⟧ && cargo build --release

      """,
      """
      FROM rust:1.98
      WORKDIR /app
      COPY Cargo.toml Cargo.lock ./
      RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release
      ⟦COPY src ./src⟧

      """,
    ]
  ) { image in
    switch image.standIn {
    case .none: return .passed("no RUN writes sources")
    case .replaced: return .passed("the real sources are compiled")
    case .kept(let path, let build):
      return .failed(
        Finding(
          "cargo takes the stand-in for the program",
          "`\(build.command)` finds nothing new: \(path) is older than what was compiled before it came",
          at: build.range,
          fix: "RUN touch \(PathText.lastComponent(PathText.parent(path)))/\(PathText.lastComponent(path)) && …"
        )
      )
    case .alone(let path, let range):
      return .failed(
        Finding(
          "the stand-in is all there is",
          "no COPY brings the real \(PathText.lastComponent(path))",
          at: range,
          fix: "COPY src ./src below it, and build again"
        )
      )
    case .uncompiled(let path, let copy):
      return .failed(
        Finding(
          "the real sources are not compiled",
          "nothing is compiled after \(PathText.lastComponent(path)) has come",
          at: copy.origin.range,
          fix: "RUN cargo build --release below it"
        )
      )
    }
  }
}
