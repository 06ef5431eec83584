import DockerfileSyntax

/// Names with values in the order of their first setting, as an image's environment keeps them.
package struct Variables: VariableLookup, Hashable, Sendable {
  private var list = OrderedNames<String>()

  package init() {}

  package init(_ pairs: [(String, String)]) {
    for (name, value) in pairs { self[name] = value }
  }

  /// From `NAME=value`, as images hold them.
  init(entries: [String]) {
    for entry in entries {
      let bytes = entry.utf8
      let sign = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
      self[String(entry[..<sign])] = String(Substring(bytes[sign...].dropFirst()))
    }
  }

  /// A new value keeps the place of the old one.
  package subscript(name: String) -> String? {
    get { list[name] }
    set { list[name] = newValue }
  }

  package func value(of name: String) -> String? { list[name] }

  /// Whether one of the names is wanted.
  func contains(where isWanted: (String) -> Bool) -> Bool {
    list.entries.contains { isWanted($0.name.text) }
  }

  package var names: [String] { list.entries.map(\.name.text) }

  /// `NAME=value`, in order.
  package var entries: [String] {
    list.entries.map { entry in
      var text = entry.name.text
      text.reserveCapacity(text.utf8.count + entry.value.utf8.count + 1)
      text += "="
      text += entry.value
      return text
    }
  }
}
