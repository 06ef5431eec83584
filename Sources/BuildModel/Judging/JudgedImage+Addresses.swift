/// Where a server listens, as far as its command and environment tell.
package enum Listening: Hashable, Sendable {
  case everywhere
  /// On an address that only the container itself can reach.
  case itself(String)
  case unknown
}

extension JudgedImage {
  package func listening(_ start: StartCommand) -> Listening {
    let words = (start.application ?? []).compactMap { $0 }
    let settings = Self.variables.compactMap { variable($0) }
    let extra = variable("GUNICORN_CMD_ARGS")?.split(separator: " ").map(String.init) ?? []
    var found = Listening.unknown
    // The last word counts; the environment stands in where the command says nothing.
    for text in settings + extra + words {
      let address = Self.address(text)
      if address != .unknown { found = address }
    }
    return found == .unknown ? byDefault(words) : found
  }

  /// Python's servers listen on the container itself unless they are told otherwise.
  private func byDefault(_ words: [String]) -> Listening {
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

  /// `0.0.0.0:8000`, `--bind=127.0.0.1:8000`, `http://+:8080`.
  private static func address(_ text: String) -> Listening {
    var rest = text[...]
    if rest.hasPrefix("-"), let sign = rest.firstIndex(of: "=") { rest = rest[rest.index(after: sign)...] }
    for scheme in ["http://", "https://", "tcp://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    let host = rest.hasPrefix("[") ? rest.prefix { $0 != "]" }.dropFirst() : rest.prefix { $0 != ":" }
    switch host {
    case "0.0.0.0", "+", "::": return .everywhere
    case "*" where rest.hasPrefix("*:"): return .everywhere
    case "" where rest.hasPrefix(":") && Int(rest.dropFirst()) != nil: return .everywhere
    case "127.0.0.1", "localhost", "::1": return .itself(String(host))
    default: return rest == "::" ? .everywhere : .unknown
    }
  }
}
