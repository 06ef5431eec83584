/// Ports by protocol. A range of all of them costs no more than a thousand words.
struct PortSet: Hashable, Sendable {
  private var words: [String: [UInt64]] = [:]

  mutating func insert(_ ports: ExposedPorts) {
    var bits = words.removeValue(forKey: ports.scheme) ?? [UInt64](repeating: 0, count: 1024)
    var port = ports.range.lowerBound
    while port <= ports.range.upperBound {
      if port % 64 == 0, port + 63 <= ports.range.upperBound {
        bits[port / 64] = .max
        port += 64
      } else {
        bits[port / 64] |= 1 << UInt64(port % 64)
        port += 1
      }
    }
    words[ports.scheme] = bits
  }

  /// `3000/tcp`, in byte order.
  var names: [String] {
    var names: [String] = []
    for (scheme, bits) in words {
      for (index, word) in bits.enumerated() where word != 0 {
        for bit in 0..<64 where word & (1 << UInt64(bit)) != 0 { names.append("\(index * 64 + bit)/\(scheme)") }
      }
    }
    return names.sorted()
  }
}
