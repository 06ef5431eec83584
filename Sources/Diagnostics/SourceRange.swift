/// A run of bytes of one source, as UTF-8 offsets: the lower bound is in it, the upper bound is not.
@frozen
public struct SourceRange: Hashable, Sendable, BitwiseCopyable {
  /// The offset of the first byte.
  public let lower: UInt32
  /// The offset behind the last byte.
  public let upper: UInt32

  /// A range between two offsets; empty where the second is not the larger one.
  @inlinable
  public init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The same range as one for subscripts.
  @inlinable
  public init(_ offsets: Range<Int>) {
    self.init(UInt32(truncatingIfNeeded: offsets.lowerBound), UInt32(truncatingIfNeeded: offsets.upperBound))
  }

  /// The same range for subscripting an array of bytes.
  @inlinable
  public var offsets: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether there is no byte in it.
  @inlinable
  public var isEmpty: Bool { lower == upper }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A place for people: both numbers start at 1, columns count Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// From 1 on.
  public var line: Int
  /// From 1 on; what is not UTF-8 counts as the U+FFFD that is shown for it.
  public var column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether a place comes before another one.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
