import DockerfileSyntax

/// Names with values in the order of their first setting, as an image's environment keeps them.
///
/// A stage has a handful, which are looked through; a copy shares them until one of the two changes.
package struct Variables: VariableLookup, Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var name: ExactText
    var value: String
  }
  private var list: [Entry] = []
  /// Where each name stands in the list, once there are too many to look through.
  private var places: [ExactText: Int] = [:]

  private static let mostUnindexed = 16

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
    get { place(of: name).map { list[$0].value } }
    set {
      guard let place = place(of: name) else {
        if let newValue { append(Entry(name: ExactText(name), value: newValue)) }
        return
      }
      if let newValue {
        list[place].value = newValue
      } else {
        list.remove(at: place)
        indexAll()
      }
    }
  }

  package func value(of name: String) -> String? { self[name] }

  package var names: [String] { list.map(\.name.text) }

  /// `NAME=value`, in order.
  package var entries: [String] { list.map { "\($0.name.text)=\($0.value)" } }

  /// Calls a closure with each name and value, in order.
  func forEach(_ body: (String, String) -> Void) {
    for entry in list { body(entry.name.text, entry.value) }
  }

  private func place(of name: String) -> Int? {
    let name = ExactText(name)
    if list.count > Self.mostUnindexed { return places[name] }
    for index in list.indices where list[index].name == name { return index }
    return nil
  }

  private mutating func append(_ entry: Entry) {
    list.append(entry)
    if list.count == Self.mostUnindexed + 1 {
      indexAll()
    } else if list.count > Self.mostUnindexed {
      places[entry.name] = list.count - 1
    }
  }

  private mutating func indexAll() {
    places = [:]
    guard list.count > Self.mostUnindexed else { return }
    for (index, entry) in list.enumerated() { places[entry.name] = index }
  }
}
