/// A run of ports of one protocol: `[[ip:]host:]port[-port][/protocol]`, as EXPOSE takes it; only the
/// container's ports matter.
struct ExposedPorts {
  let range: ClosedRange<Int>
  /// tcp, udp or sctp.
  let scheme: String

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
    range = first...last
    self.scheme = scheme.isEmpty ? "tcp" : scheme
  }

  private static func number(_ text: Substring) -> Int? {
    guard let number = Int(text), (0...65535).contains(number) else { return nil }
    return number
  }
}

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
