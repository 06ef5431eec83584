/// A run of ports of one protocol, as an image exposes them.
struct ExposedPorts {
  let range: ClosedRange<Int>
  /// tcp, udp or sctp.
  let scheme: String

  init(_ text: String) throws(PortSpecification.Invalid) {
    let specification = try PortSpecification(text)
    range = try specification.containerPorts()
    scheme = specification.scheme.isEmpty ? "tcp" : specification.scheme.lowercased()
  }
}
