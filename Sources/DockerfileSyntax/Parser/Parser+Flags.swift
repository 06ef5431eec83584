import Diagnostics

extension Parser {
  /// Reads the leading words that start with two dashes; gives where the rest begins.
  ///
  /// Quotes and escapes are taken out here, also within single quotes, and each byte counts as a Latin-1 character.
  @inline(__always)
  mutating func readFlags(_ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin) -> Int {
    if let first = line.first, bytes[first] > 0x20, bytes[first] != UInt8(ascii: "-"), bytes[first] < 0x80 {
      return first
    }
    return readLeadingFlags(bytes, line, origin)
  }

  @inline(never)
  private mutating func readLeadingFlags(_ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin) -> Int {
    var index = line.lowerBound
    while true {
      while index < line.upperBound, isLatinSpace(bytes[index]) { index += 1 }
      guard index < line.upperBound else { return line.upperBound }
      guard bytes[index] == UInt8(ascii: "-"), index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: "-") else {
        return index
      }
      let raw = RawFlag(bytes, from: index, before: line.upperBound, escape: escape)
      index = raw.end
      if raw.isTerminator { return index }
      addFlag(bytes, raw, origin)
    }
  }

  private mutating func addFlag(_ bytes: Span<UInt8>, _ raw: RawFlag, _ origin: Origin) {
    let range = sourceRange(raw.start..<raw.end, origin)
    guard raw.isPlain else { return addDecodedFlag(raw, range, origin) }
    let nameEnd = raw.equals ?? raw.end
    let name = word(raw.start + 2..<nameEnd, origin)
    let value = raw.equals.map { word($0 + 1..<raw.end, origin) }
    flags.append(Flag(name: name, value: value, range: range))
  }

  private mutating func addDecodedFlag(_ raw: RawFlag, _ range: SourceRange, _ origin: Origin) {
    let base = derived.end
    for run in raw.runs {
      derived.note(sourceRange(run.source, origin), at: base + run.decoded)
    }
    raw.decoded.withUnsafeBufferPointer { derived.bytes.append(contentsOf: $0) }
    let nameEnd = raw.decodedEquals ?? raw.decoded.count
    let rawNameEnd = raw.equals ?? raw.end
    let name = Word(
      text: Text(derived: base + 2..<base + nameEnd),
      range: sourceRange(min(raw.start + 2, rawNameEnd)..<rawNameEnd, origin)
    )
    var value: Word?
    if let equals = raw.equals, let decodedEquals = raw.decodedEquals {
      value = Word(
        text: Text(derived: base + decodedEquals + 1..<base + raw.decoded.count),
        range: sourceRange(equals + 1..<raw.end, origin)
      )
    }
    flags.append(Flag(name: name, value: value, range: range))
  }
}

/// One flag as it is lexed.
private struct RawFlag {
  let start: Int
  private(set) var end: Int
  /// Where the first `=` stands, in what was written.
  private(set) var equals: Int?
  /// Nothing had to be taken out.
  private(set) var isPlain = true
  private(set) var decoded: [UInt8] = []
  private(set) var decodedEquals: Int?
  /// Runs of the decoded text that are written one to one, and single bytes that became two.
  private(set) var runs: [(decoded: Int, source: Range<Int>)] = []

  /// `--` alone ends the flags.
  var isTerminator: Bool { isPlain ? end - start == 2 : decoded.count == 2 }

  init(_ bytes: Span<UInt8>, from start: Int, before limit: Int, escape: UInt8) {
    self.start = start
    end = start
    while end < limit, !isLatinSpace(bytes[end]) {
      let byte = bytes[end]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == escape || byte >= 0x80 {
        isPlain = false
        break
      }
      if byte == UInt8(ascii: "="), equals == nil { equals = end }
      end += 1
    }
    if !isPlain {
      equals = nil
      decode(bytes, before: limit, escape: escape)
    }
  }

  private mutating func decode(_ bytes: Span<UInt8>, before limit: Int, escape: UInt8) {
    var quote: UInt8?
    end = start
    while end < limit {
      var byte = bytes[end]
      if quote == nil, isLatinSpace(byte) { return }
      if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == quote {
        quote = nil
      } else {
        if byte == escape {
          end += 1
          guard end < limit else { return }
          byte = bytes[end]
        }
        add(byte)
      }
      end += 1
    }
  }

  private mutating func add(_ byte: UInt8) {
    if byte == UInt8(ascii: "="), equals == nil {
      equals = end
      decodedEquals = decoded.count
    }
    if byte >= 0x80 {
      runs.append((decoded.count, end..<end + 1))
      decoded.append(scalar: UInt32(byte))
    } else {
      if let last = runs.indices.last, runs[last].source.upperBound == end, bytesMatch(runs[last]) {
        runs[last].source = runs[last].source.lowerBound..<end + 1
      } else {
        runs.append((decoded.count, end..<end + 1))
      }
      decoded.append(byte)
    }
  }

  /// The run so far is one to one.
  private func bytesMatch(_ run: (decoded: Int, source: Range<Int>)) -> Bool {
    decoded.count - run.decoded == run.source.count
  }
}
