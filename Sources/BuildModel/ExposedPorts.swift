/// `[[ip:]host:]port[-port][/protocol]`, as EXPOSE takes it; only the container's ports matter.
struct ExposedPorts {
  /// `3000/tcp`.
  let ports: [String]

  struct Invalid: Error {
    let message: String
  }

  init(_ text: String) throws(Invalid) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let container = parts.last ?? ""
    let slash = container.firstIndex(of: "/")
    let numbers = slash.map { container[..<$0] } ?? container
    let scheme = slash.map { container[container.index(after: $0)...].lowercased() } ?? ""
    if numbers.isEmpty { throw Invalid(message: "invalid port: \"\(text)\": no port specified") }
    guard ["", "tcp", "udp", "sctp"].contains(scheme) else {
      throw Invalid(message: "invalid port: \"\(text)\": invalid proto: \(container.dropFirst(numbers.count + 1))")
    }
    let ends = numbers.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = Self.number(ends[0]), let last = ends.count > 1 ? Self.number(ends[1]) : first, first <= last
    else { throw Invalid(message: "invalid containerPort: \(numbers)") }
    ports = (first...last).map { "\($0)/\(scheme.isEmpty ? "tcp" : scheme)" }
  }

  private static func number(_ text: Substring) -> Int? {
    guard let number = Int(text), (0...65535).contains(number) else { return nil }
    return number
  }
}
