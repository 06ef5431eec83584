/// The kinds of white space that BuildKit tells apart: its lexers don't agree on what a blank is.

/// `[\t\v\f\r ]`: what separates a keyword from the rest and the words of FROM, COPY and EXPOSE.
@inline(__always)
func isSeparator(_ byte: UInt8) -> Bool {
  byte <= 0x20 && (byte == 0x20 || byte == 0x09 || (byte >= 0x0B && byte <= 0x0D))
}

/// White space where a byte is taken for a Latin-1 character: the flags, the type of a HEALTHCHECK.
@inline(__always)
func isLatinSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0x85 || byte == 0xA0
}

/// `\s` of Go's regular expressions.
@inline(__always)
func isPatternSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
}

/// How many bytes the white space character at an index has, 0 when there is none: Unicode's White_Space.
///
/// The index lies before the end, the end within the bytes: what calls this millions of times has just checked it.
@inline(__always)
func spaceWidth(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
  let byte = bytes[unchecked: index]
  if byte > 0x20, byte < 0x80 { return 0 }
  if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
  return wideSpaceWidth(bytes, at: index, before: end)
}

@inline(never)
private func wideSpaceWidth(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
  let first = bytes[index]
  guard index + 1 < end else { return 0 }
  let second = bytes[index + 1]
  if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
  guard first >= 0xE1, first <= 0xE3, index + 2 < end else { return 0 }
  return isWideSpace(first, second, bytes[index + 2]) ? 3 : 0
}

/// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
private func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second) {
  case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
  case (0xE2, 0x80): (third >= 0x80 && third <= 0x8A) || third == 0xA8 || third == 0xA9 || third == 0xAF
  case (0xE2, 0x81): third == 0x9F
  default: false
  }
}

/// The same for the character that ends before an index.
@inline(__always)
private func trailingSpaceWidth(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
  let last = bytes[unchecked: end - 1]
  if last > 0x20, last < 0x80 { return 0 }
  if last < 0x80 { return last == 0x20 || (last >= 0x09 && last <= 0x0D) ? 1 : 0 }
  if end - start >= 2, wideSpaceWidth(bytes, at: end - 2, before: end) == 2 { return 2 }
  if end - start >= 3, wideSpaceWidth(bytes, at: end - 3, before: end) == 3 { return 3 }
  return 0
}

/// The first byte at or after an index that isn't white space.
@inline(__always)
func skipSpace(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
  precondition(start >= 0 && end <= bytes.count)
  var index = start
  while index < end, bytes[unchecked: index] == 0x20 { index += 1 }
  while index < end {
    let width = spaceWidth(bytes, at: index, before: end)
    if width == 0 { break }
    index += width
  }
  return index
}

/// A range without the white space around it.
@inline(__always)
func trimSpace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  let start = skipSpace(bytes, from: range.lowerBound, before: range.upperBound)
  var end = range.upperBound
  while end > start {
    let width = trailingSpaceWidth(bytes, from: start, before: end)
    if width == 0 { break }
    end -= width
  }
  return start..<end
}

/// A line without its line end, as many carriage returns and line feeds as there are.
@inline(__always)
func trimLineEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
  var end = range.upperBound
  while end > range.lowerBound, bytes[unchecked: end - 1] == 0x0A || bytes[unchecked: end - 1] == 0x0D { end -= 1 }
  return Range(uncheckedBounds: (range.lowerBound, end))
}

/// The first byte at or after an index that is no separator.
@inline(__always)
func skipSeparators(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
  precondition(start >= 0 && end <= bytes.count)
  var index = start
  while index < end, isSeparator(bytes[unchecked: index]) { index += 1 }
  return index
}

/// The first separator at or after an index.
@inline(__always)
func endOfRun(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
  precondition(start >= 0 && end <= bytes.count)
  var index = start
  while index < end, !isSeparator(bytes[unchecked: index]) { index += 1 }
  return index
}
