import Yams

/// Single values.
extension YAMLFields {
  /// A text that is not empty, without the line ends that block scalars leave behind it.
  func text(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node else {
      reader.report(.data(.wrongType(expected: "a text")), at: node)
      return nil
    }
    var text = Substring(scalar.string)
    while text.last?.isNewline == true { text.removeLast() }
    guard !text.isEmpty, !isNull(scalar) else {
      reader.report(.data(.emptyText), at: node)
      return nil
    }
    return String(text)
  }

  func integer(_ node: Node, in range: ClosedRange<Int>) -> Int? {
    guard let word = plain(node), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word) else {
      reader.report(.data(.wrongType(expected: "a whole number")), at: node)
      return nil
    }
    guard range.contains(number) else {
      reader.report(.data(.numberOutOfRange(number, range)), at: node)
      return nil
    }
    return number
  }

  /// A day as YYYY-MM-DD.
  func date(_ key: String) -> String? {
    value(key).flatMap { date($0) }
  }

  func date(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    guard isDate(text) else {
      reader.report(.data(.notADate(text)), at: node)
      return nil
    }
    return text
  }

  func items(_ node: Node) -> [Node]? {
    guard case .sequence(let sequence) = node else {
      reader.report(.data(.wrongType(expected: "a list")), at: node)
      return nil
    }
    return Array(sequence)
  }

  /// The word of a scalar that is not quoted.
  func plain(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
    return scalar.string
  }

  private func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  private func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    guard let month = Int(Substring(parts[1])), let day = Int(Substring(parts[2])) else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
