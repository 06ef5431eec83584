/// A run of bytes of one source, as UTF-8 offsets: the lower bound is in it, the upper bound is not.
@frozen
public struct SourceRange: Hashable, Sendable, BitwiseCopyable {
  public let lower: UInt32
  public let upper: UInt32

  @inlinable
  public init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  @inlinable
  public init(_ offsets: Range<Int>) {
    self.init(UInt32(truncatingIfNeeded: offsets.lowerBound), UInt32(truncatingIfNeeded: offsets.upperBound))
  }

  /// The same range for subscripting an array of bytes.
  @inlinable
  public var offsets: Range<Int> { Int(lower)..<Int(upper) }

  @inlinable
  public var isEmpty: Bool { lower == upper }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A place for people: both numbers start at 1, columns count Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
