/// Values by name, in the order in which the names came first.
///
/// A stage has a handful, which are looked through; a copy shares them until one of the two changes.
package struct OrderedNames<Value: Hashable & Sendable>: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var name: ExactText
    var value: Value
  }
  private(set) var entries: [Entry] = []
  /// Where each name stands in the list, once there are too many to look through.
  private var places: [ExactText: Int] = [:]

  private static var mostUnindexed: Int { 32 }

  /// A new value keeps the place of the old one.
  package subscript(name: String) -> Value? {
    get { place(of: name).map { entries[$0].value } }
    set {
      guard let place = place(of: name) else {
        if let newValue { append(Entry(name: ExactText(name), value: newValue)) }
        return
      }
      if let newValue {
        entries[place].value = newValue
      } else {
        entries.remove(at: place)
        indexAll()
      }
    }
  }

  private func place(of name: String) -> Int? {
    let name = ExactText(name)
    if entries.count > Self.mostUnindexed { return places[name] }
    for index in entries.indices where entries[index].name == name { return index }
    return nil
  }

  private mutating func append(_ entry: Entry) {
    entries.append(entry)
    if entries.count == Self.mostUnindexed + 1 {
      indexAll()
    } else if entries.count > Self.mostUnindexed {
      places[entry.name] = entries.count - 1
    }
  }

  private mutating func indexAll() {
    places = [:]
    guard entries.count > Self.mostUnindexed else { return }
    for (index, entry) in entries.enumerated() { places[entry.name] = index }
  }
}
