/// Addresses of hosts, as Go's net package reads them.
enum InternetAddress {
  static func isValid(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ":")) ? isVersion6(text[...]) : isVersion4(text[...])
  }

  /// Four numbers up to 255 without leading zeros.
  private static func isVersion4(_ text: Substring) -> Bool {
    let fields = text.split(separator: ".", omittingEmptySubsequences: false)
    return fields.count == 4
      && fields.allSatisfy { field in
        guard field.utf8.count <= 3, field.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(field) else {
          return false
        }
        return number <= 255 && (field.utf8.count == 1 || field.utf8.first != 0x30)
      }
  }

  /// Eight groups of up to four hexadecimal digits; one run of zeros may be left out, the end may be in version 4.
  private static func isVersion6(_ text: Substring) -> Bool {
    var groups = text.split(separator: ":", omittingEmptySubsequences: false)
    guard groups.count >= 3 else { return false }
    // An ellipsis at an end leaves two empty groups there.
    if groups[0].isEmpty {
      guard groups[1].isEmpty else { return false }
      groups.removeFirst()
    }
    if let last = groups.last, last.isEmpty {
      guard groups.count >= 2, groups[groups.count - 2].isEmpty else { return false }
      groups.removeLast()
    }
    let ellipses = groups.count { $0.isEmpty }
    guard ellipses <= 1 else { return false }
    var count = groups.count - ellipses
    if let last = groups.last, last.utf8.contains(UInt8(ascii: ".")) {
      guard isVersion4(last) else { return false }
      groups.removeLast()
      count += 1
    }
    guard groups.allSatisfy({ $0.isEmpty || isGroup($0) }) else { return false }
    return ellipses == 1 ? count <= 7 : count == 8
  }

  private static func isGroup(_ text: Substring) -> Bool {
    text.utf8.count <= 4 && text.utf8.allSatisfy(ImageDigest.isHexadecimal)
  }
}
