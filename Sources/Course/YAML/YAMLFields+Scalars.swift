/// Single values.
extension YAMLFields {
  /// A text that is not empty, without the line ends that block scalars leave behind it.
  func text(_ node: YAMLNode) -> String? {
    guard case .scalar(let written, let isPlain) = node.content else {
      reader.report(.data(.wrongType(expected: "a text")), at: node)
      return nil
    }
    let lineEnds = written.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    let text = lineEnds == 0 ? written : String(written.unicodeScalars.dropLast(lineEnds))
    guard !text.isEmpty, !(isPlain && ["~", "null"].contains(written)) else {
      reader.report(.data(.emptyText), at: node)
      return nil
    }
    return text
  }

  func integer(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    guard let word = node.plainWord, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word) else {
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

  func date(_ node: YAMLNode) -> String? {
    guard let text = text(node) else { return nil }
    guard isDate(text) else {
      reader.report(.data(.notADate(text)), at: node)
      return nil
    }
    return text
  }

  func items(_ node: YAMLNode) -> [YAMLNode]? {
    guard case .list(let items) = node.content else {
      reader.report(.data(.wrongType(expected: "a list")), at: node)
      return nil
    }
    return items
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
