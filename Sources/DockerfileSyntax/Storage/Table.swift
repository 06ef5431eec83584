/// A table of a document, or a run of one: plain values in the document's own block of memory.
///
/// It keeps the document's block alive, copies nothing, and counts its elements from the start of the whole table, so
/// that an index into `Document.words` is the same in each run of it.
@frozen
public struct Table<Element: BitwiseCopyable>: RandomAccessCollection {
  @usableFromInline let owner: AnyObject
  /// The first element of the whole table.
  @usableFromInline let base: UnsafePointer<Element>
  /// The index of the first element in the whole table; not 0 in a run that begins later.
  public let startIndex: Int
  /// The index behind the last element.
  public let endIndex: Int

  @usableFromInline
  init(owner: AnyObject, base: UnsafePointer<Element>, _ indices: Range<Int>) {
    self.owner = owner
    self.base = base
    startIndex = indices.lowerBound
    endIndex = indices.upperBound
  }

  /// An element by its index in the whole table.
  @inlinable
  public subscript(_ index: Int) -> Element {
    precondition(index >= startIndex && index < endIndex, "index out of range")
    return base[index]
  }

  /// A run of the elements, by indices of the whole table.
  @inlinable
  public subscript(_ bounds: Range<Int>) -> Table<Element> {
    precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "range out of bounds")
    return Table(owner: owner, base: base, bounds)
  }

  /// Goes over the elements.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let table: Table
    @usableFromInline var index: Int

    @usableFromInline
    init(_ table: Table) {
      self.table = table
      index = table.startIndex
    }

    /// The next element; nil after the last one.
    @inlinable
    public mutating func next() -> Element? {
      guard index < table.endIndex else { return nil }
      defer { index += 1 }
      return table.base[index]
    }
  }

  /// Begins at the first element.
  @inlinable
  public func makeIterator() -> Iterator { Iterator(self) }

  /// A copy of the elements, which does not keep the document.
  public var array: [Element] {
    withContiguousStorageIfAvailable { Array($0) } ?? []
  }

  /// Calls a closure with the elements as they lie in memory; nothing may keep the pointer.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withExtendedLifetime(owner) {
      try body(UnsafeBufferPointer(start: base + startIndex, count: endIndex - startIndex))
    }
  }
}

// The elements never change once a document is made.
extension Table: @unchecked Sendable where Element: Sendable {}

extension Table: Equatable where Element: Equatable {
  /// Whether both have the same elements, wherever they lie.
  public static func == (left: Table, right: Table) -> Bool { left.elementsEqual(right) }
}
