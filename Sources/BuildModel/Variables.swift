import DockerfileSyntax

/// Names with values in the order of their first setting, as an image's environment keeps them.
package struct Variables: VariableLookup, Hashable, Sendable {
  package private(set) var names: [String] = []
  private var values: [String: String] = [:]

  package init() {}

  package init(_ pairs: [(String, String)]) {
    for (name, value) in pairs { self[name] = value }
  }

  /// A new value keeps the place of the old one.
  package subscript(name: String) -> String? {
    get { values[name] }
    set {
      if values[name] == nil, newValue != nil { names.append(name) }
      if newValue == nil { names.removeAll { $0 == name } }
      values[name] = newValue
    }
  }

  package func value(of name: String) -> String? { values[name] }

  /// `NAME=value`, in order.
  package var entries: [String] { names.map { "\($0)=\(values[$0] ?? "")" } }
}
