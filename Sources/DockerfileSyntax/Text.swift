public import Diagnostics

/// Some bytes of a document: a run of the source, or of the text that the parser derived from it where continuation
/// lines are joined or quotes taken away.
@frozen
public struct Text: Hashable, Sendable, BitwiseCopyable {
  /// The lower offset; the top bit tells derived text from the source.
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  /// A run of the source.
  @inlinable
  public init(source range: Range<Int>) {
    lower = UInt32(truncatingIfNeeded: range.lowerBound)
    upper = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// A run of the derived bytes.
  @inlinable
  public init(derived range: Range<Int>) {
    lower = UInt32(truncatingIfNeeded: range.lowerBound) | 0x8000_0000
    upper = UInt32(truncatingIfNeeded: range.upperBound)
  }

  @inlinable
  init(isDerived: Bool, _ range: Range<Int>) {
    lower = UInt32(truncatingIfNeeded: range.lowerBound) | (isDerived ? 0x8000_0000 : 0)
    upper = UInt32(truncatingIfNeeded: range.upperBound)
  }

  /// Whether the offsets are into ``Document/derived`` and not into ``Document/source``.
  @inlinable
  public var isDerived: Bool { lower & 0x8000_0000 != 0 }

  /// Offsets into the source or into the derived bytes.
  @inlinable
  public var offsets: Range<Int> { Int(lower & 0x7FFF_FFFF)..<Int(upper) }

  /// Whether there are no bytes in it.
  @inlinable
  public var isEmpty: Bool { lower & 0x7FFF_FFFF == upper }
}

/// A word of an instruction: its text after the instruction's own lexing, and the bytes that it was written with.
///
/// Variables are not expanded in it, and quotes that only the expansion removes are still there.
@frozen
public struct Word: Hashable, Sendable, BitwiseCopyable {
  /// What it says.
  public let text: Text
  /// Where it stands, with quotes and continued lines.
  public let range: SourceRange

  /// A word of a text and its place.
  @inlinable
  public init(text: Text, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A run of elements in one of a document's tables, so that an instruction owns no array.
@frozen
public struct Run32<Element>: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  /// The elements at some indices of a table.
  @inlinable
  public init(_ indices: Range<Int>) {
    lower = UInt32(truncatingIfNeeded: indices.lowerBound)
    upper = UInt32(truncatingIfNeeded: indices.upperBound)
  }

  /// Indices into the table of the element's kind.
  @inlinable
  public var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// How many elements there are.
  @inlinable
  public var count: Int { Int(upper - lower) }

  /// Whether there are none.
  @inlinable
  public var isEmpty: Bool { lower == upper }
}
