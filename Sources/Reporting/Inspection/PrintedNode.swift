/// Where parts of a node were printed: its instruction repeats them.
struct PrintedNode {
  /// Keyword and lines.
  let head: Range<Int>
  /// The array of its arguments.
  let arguments: Range<Int>
}
