import DockerfileSyntax

/// `[[ip:]host:]port[-port][/protocol]`, as EXPOSE takes it; only the container's ports matter.
package struct PortSpecification {
  /// Why Docker refuses it.
  package struct Invalid: Error, Hashable {
    /// Docker's own words.
    package let message: String
  }

  private let address: String
  private let hostPorts: String
  private let ports: String
  /// As written; empty for none.
  let scheme: String

  /// The protocol has capitals.
  package var hasCapitals: Bool { scheme.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } }

  /// An address or a port of the host stands before the container's, where it has no effect.
  package var namesHost: Bool { !address.isEmpty || !hostPorts.isEmpty }

  /// Divides it; the numbers are looked at by `containerPorts()`.
  package init(_ text: String) throws(Invalid) {
    // By bytes: an accent after a colon makes no other character of it.
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { Substring($0) }
    let container = parts[parts.count - 1].utf8
    hostPorts = parts.count > 1 ? String(parts[parts.count - 2]) : ""
    address = parts.count > 2 ? parts[..<(parts.count - 2)].joined(separator: ":") : ""
    let slash = container.firstIndex(of: UInt8(ascii: "/")) ?? container.endIndex
    ports = String(Substring(container[..<slash]))
    scheme = String(Substring(container[slash...].dropFirst()))
    let isKnown = ["", "tcp", "udp", "sctp"].contains(DockerText.lower(scheme.utf8))
    guard !ports.isEmpty, isKnown else {
      let reason = ports.isEmpty ? "no port specified" : "invalid proto: \(scheme)"
      throw Invalid(message: "invalid port: \(DockerText.quoted(text.utf8)): \(reason)")
    }
  }

  /// The container's ports.
  package func containerPorts() throws(Invalid) -> ClosedRange<Int> {
    try checkAddress()
    guard let range = Self.range(ports) else { throw Invalid(message: "invalid containerPort: \(ports)") }
    if !hostPorts.isEmpty {
      guard let host = Self.range(hostPorts) else { throw Invalid(message: "invalid hostPort: \(hostPorts)") }
      guard range.count == host.count || range.count == 1 else {
        throw Invalid(message: "invalid ranges specified for container and host Ports: \(ports) and \(hostPorts)")
      }
    }
    return range
  }

  private func checkAddress() throws(Invalid) {
    guard !address.isEmpty else { return }
    var plain = address
    if address.utf8.first == UInt8(ascii: "[") {
      if let reason = bracketProblem() {
        throw Invalid(message: "invalid IP address \(address): address \(address):: \(reason)")
      }
      plain = String(Substring(address.utf8.dropFirst().dropLast()))
    }
    guard plain.isEmpty || InternetAddress.isValid(plain) else {
      throw Invalid(message: "invalid IP address: \(plain)")
    }
  }

  /// What Go says of an address in brackets.
  private func bracketProblem() -> String? {
    let bytes = address.utf8
    guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return "missing ']' in address" }
    if let next = bytes[end...].dropFirst().first {
      return next == UInt8(ascii: ":") ? "too many colons in address" : "missing port in address"
    }
    return bytes.dropFirst().contains(UInt8(ascii: "[")) ? "unexpected '[' in address" : nil
  }

  /// `80` or `80-90`; nil for what is none.
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
      .map { Substring($0) }
    guard let first = number(ends[0]) else { return nil }
    guard ends.count > 1, ends[0] != ends[1] else { return first...first }
    guard let last = number(ends[1]), first <= last else { return nil }
    return first...last
  }

  private static func number(_ text: Substring) -> Int? {
    guard let number = Int(text), (0...65535).contains(number) else { return nil }
    return number
  }
}
