/// Ports by protocol. A range of all of them costs no more than a thousand words.
struct PortSet: Hashable, Sendable {
  private struct Port: Hashable, Sendable {
    var number: Int
    var scheme: String
  }
  /// Single ports, while there are no more than a person writes.
  private var few: [Port] = []
  /// A bit for each port, once there are many.
  private var words: [String: [UInt64]] = [:]

  private static let most = 32

  mutating func insert(_ ports: ExposedPorts) {
    guard words.isEmpty, ports.range.count == 1, few.count < Self.most else { return insertBits(ports) }
    let port = Port(number: ports.range.lowerBound, scheme: ports.scheme)
    if !few.contains(port) { few.append(port) }
  }

  private mutating func insertBits(_ ports: ExposedPorts) {
    let earlier = few
    few = []
    for port in earlier { set(port.number...port.number, port.scheme) }
    set(ports.range, ports.scheme)
  }

  private mutating func set(_ range: ClosedRange<Int>, _ scheme: String) {
    var bits = words.removeValue(forKey: scheme) ?? [UInt64](repeating: 0, count: 1024)
    var port = range.lowerBound
    while port <= range.upperBound {
      if port % 64 == 0, port + 63 <= range.upperBound {
        bits[port / 64] = .max
        port += 64
      } else {
        bits[port / 64] |= 1 << UInt64(port % 64)
        port += 1
      }
    }
    words[scheme] = bits
  }

  /// `3000/tcp`, in byte order.
  var names: [String] {
    var names = few.map { "\($0.number)/\($0.scheme)" }
    for (scheme, bits) in words {
      for (index, word) in bits.enumerated() where word != 0 {
        for bit in 0..<64 where word & (1 << UInt64(bit)) != 0 { names.append("\(index * 64 + bit)/\(scheme)") }
      }
    }
    return names.sorted()
  }
}
