/// For fields of the configuration the instructions that set them last.
package struct FieldOrigins: Sendable {
  // A file sets a handful of them.
  private var list: [(field: EffectiveImage.Field, origin: Origin)] = []

  package internal(set) subscript(field: EffectiveImage.Field) -> Origin? {
    get { list.first { $0.field == field }?.origin }
    set {
      if let index = list.firstIndex(where: { $0.field == field }) {
        if let newValue { list[index].origin = newValue } else { list.remove(at: index) }
      } else if let newValue {
        list.append((field, newValue))
      }
    }
  }
}
