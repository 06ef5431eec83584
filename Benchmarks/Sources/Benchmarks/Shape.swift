/// Dockerfiles that nobody writes and somebody sends: one construct, over and over.
enum Shape: String, CaseIterable {
  case longLines = "lines of 65,000 bytes"
  case shortInstructions = "short instructions"
  case nestedQuotes = "nested quotes"
  case stages = "stages"
  case openHeredoc = "heredoc never closed"
  case continuations = "continuation lines"
}

extension Shape {
  /// A Dockerfile of this shape, as long as whole repetitions make it.
  func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 128)
    bytes += head.utf8
    let ending = Array(end.utf8)
    var index = 0
    while true {
      let part = Array(repetition(index).utf8)
      guard bytes.count + part.count + ending.count <= count else { break }
      bytes += part
      index += 1
    }
    return bytes + ending
  }

  private var head: String {
    switch self {
    case .stages: "FROM scratch AS s0\n"
    case .openHeredoc: "FROM scratch\nRUN <<EOF\n"
    case .continuations: "FROM scratch\nRUN true \\\n"
    default: "FROM scratch\n"
    }
  }

  private var end: String { self == .continuations ? "  && true\n" : "" }

  private func repetition(_ index: Int) -> String {
    switch self {
    case .longLines: Self.longLine
    case .shortInstructions: index % 2 == 0 ? "USER a\n" : "ENV A=b\n"
    case .nestedQuotes: #"ENV A="b 'c \"d '\\\"e\\\"' d\" c' b" F='g "h \'i" g'"# + "\n"
    case .stages: "FROM s\(index) AS s\(index + 1)\nCOPY --from=s\(index) /a /b\n"
    case .openHeredoc: "echo \"$HOME\" > /a <<EOT\n"
    case .continuations: "  && echo \"$HOME\" \\\n"
    }
  }

  private static let longLine =
    "RUN " + String(repeating: "echo 'a b' > /c; ", count: 65_000 / 17).prefix(64_995) + "\n"
}
