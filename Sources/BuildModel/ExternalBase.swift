/// What a chain of stages starts from outside of the file.
package indirect enum ExternalBase: Hashable, Sendable {
  /// Nothing at all.
  case scratch
  /// An image that the facts know, or do not (`facts` is nil).
  case image(ImageReference, facts: BaseImageRow?)

  package var image: ImageReference? {
    if case .image(let reference, _) = self { return reference }
    return nil
  }

  package var facts: BaseImageRow? {
    if case .image(_, let facts) = self { return facts }
    return nil
  }

  /// Nothing is known about it.
  package var isUnknown: Bool {
    if case .image(_, facts: nil) = self { return true }
    return false
  }

  /// Holds what is needed to run and not what is needed to build; nil when not known.
  package var isMinimal: Bool? {
    switch self {
    case .scratch: true
    case .image(_, let facts): facts?.kind.isMinimal
    }
  }

  /// As people write it.
  package var name: String {
    switch self {
    case .scratch: "scratch"
    case .image(let reference, _): reference.familiarName
    }
  }
}
