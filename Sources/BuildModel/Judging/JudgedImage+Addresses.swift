/// Where a server listens, as far as its command and environment tell.
package struct Listening: Hashable, Sendable {
  package enum Host: Hashable, Sendable {
    case everywhere
    /// On an address that only the container itself can reach.
    case itself(String)
    case unknown
  }
  package var host: Host
  /// nil where it is not known.
  package var port: Int?
}

extension JudgedImage {
  package func listening(_ start: StartCommand) -> Listening {
    let words = (start.application ?? []).map { $0 ?? "" }
    let settings = Self.variables.compactMap { variable($0) }
    let extra = variable("GUNICORN_CMD_ARGS")?.split(separator: " ").map(String.init) ?? []
    var found = Listening(host: .unknown)
    // The last word counts; the environment stands in where the command says nothing.
    for text in settings + extra + words {
      guard let address = ServerAddress(text) else { continue }
      found.host = address.host
      found.port = address.port ?? found.port
    }
    found.port = Self.port(in: extra + words) ?? found.port
    if found.host == .unknown { found.host = byDefault(words) }
    if found.port == nil { found.port = usualPort(words) }
    return found
  }

  /// Python's servers listen on the container itself unless they are told otherwise.
  private func byDefault(_ words: [String]) -> Listening.Host {
    guard let program = words.first.map(PathText.lastComponent) else { return .unknown }
    let isConfigured = words.contains { $0 == "-c" || $0.hasPrefix("--config") || $0 == "--bind" || $0 == "-b" }
    switch program {
    case "gunicorn": return isConfigured ? .unknown : variable("PORT") == nil ? .itself("127.0.0.1") : .everywhere
    case "uvicorn", "hypercorn", "flask", "daphne":
      return isConfigured || words.contains { $0.hasPrefix("--uds") || $0.hasPrefix("--fd") }
        ? .unknown : .itself("127.0.0.1")
    case "python", "python3": return words.contains("runserver") ? .itself("127.0.0.1") : .unknown
    default: return .unknown
    }
  }

  private static let variables = [
    "HOST", "UVICORN_HOST", "FLASK_RUN_HOST", "SERVER_ADDRESS", "ROCKET_ADDRESS", "ASPNETCORE_URLS",
  ]

  // MARK: - Ports

  /// `--port 8080`, `--port=8080`, `-p 8080`.
  private static func port(in words: [String]) -> Int? {
    var found: Int?
    for (index, word) in words.enumerated() {
      if ["--port", "-p"].contains(word), words.indices.contains(index + 1) {
        found = Int(words[index + 1]) ?? found
      } else if word.hasPrefix("--port=") {
        found = Int(word.dropFirst("--port=".count)) ?? found
      }
    }
    return found
  }

  /// What servers take where nobody tells them; variables of theirs go first.
  private func usualPort(_ words: [String]) -> Int? {
    guard let program = words.first.map(PathText.lastComponent) else { return nil }
    let isConfigured = words.contains { $0 == "-c" || $0.hasPrefix("--config") }
    switch program {
    case "gunicorn": return variable("PORT").flatMap { Int($0) } ?? (isConfigured ? nil : 8000)
    case "uvicorn": return variable("UVICORN_PORT").flatMap { Int($0) } ?? 8000
    case "hypercorn", "daphne": return isConfigured ? nil : 8000
    case "flask": return variable("FLASK_RUN_PORT").flatMap { Int($0) } ?? 5000
    case "python", "python3": return words.contains("runserver") ? 8000 : nil
    default: return nil
    }
  }
}

/// An address as commands and variables give it: `0.0.0.0:8000`, `--bind=127.0.0.1:8000`, `http://+:8080`.
private struct ServerAddress {
  let host: Listening.Host
  /// nil where none is written.
  let port: Int?

  /// nil for a text that is none.
  init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("-"), let sign = rest.firstIndex(of: "=") { rest = rest[rest.index(after: sign)...] }
    for scheme in ["http://", "https://", "tcp://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    let name = rest.hasPrefix("[") ? rest.prefix { $0 != "]" }.dropFirst() : rest.prefix { $0 != ":" }
    let isWhole = rest == "::"
    port = isWhole ? nil : rest.lastIndex(of: ":").flatMap { Int(rest[rest.index(after: $0)...].prefix { $0 != "/" }) }
    switch name {
    case "0.0.0.0", "+", "::": host = .everywhere
    case "*" where rest.hasPrefix("*:"): host = .everywhere
    case "" where isWhole || rest.hasPrefix(":") && Int(rest.dropFirst()) != nil: host = .everywhere
    case "127.0.0.1", "localhost", "::1": host = .itself(String(name))
    default: return nil
    }
  }
}
