/// A run of ports of one protocol, as an image exposes them.
struct ExposedPorts {
  let range: ClosedRange<Int>
  /// tcp, udp or sctp.
  let scheme: String

  init(_ text: String) throws(PortSpecification.Invalid) {
    if let port = Self.plainPort(text) {
      range = port...port
      scheme = "tcp"
      return
    }
    let specification = try PortSpecification(text)
    range = try specification.containerPorts()
    scheme = specification.scheme.isEmpty ? "tcp" : specification.scheme.lowercased()
  }

  /// A number and nothing else, as most write it.
  private static func plainPort(_ text: String) -> Int? {
    guard (1...5).contains(text.utf8.count) else { return nil }
    var port = 0
    for byte in text.utf8 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      port = port * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return port <= 65535 ? port : nil
  }
}
