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
      if let end = readPlainFlag(bytes, index..<line.upperBound, origin) {
        let isTerminator = end - index == 2
        index = end
        if isTerminator { return index }
        continue
      }
      let raw = RawFlag(bytes, from: index, before: line.upperBound, escape: escape)
      index = raw.end
      if raw.isTerminator { return index }
      addFlag(raw, origin)
    }
  }

  /// Reads a flag without quotes, escapes and wide characters, and gives its end; nil for another. `--` is none.
  private mutating func readPlainFlag(_ bytes: Span<UInt8>, _ range: Range<Int>, _ origin: Origin) -> Int? {
    let start = range.lowerBound
    var end = start
    var equals: Int?
    while end < range.upperBound {
      let byte = bytes[end]
      if byte <= 0x20, isLatinSpace(byte) { break }
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == escape || byte >= 0x80 { return nil }
      if byte == UInt8(ascii: "="), equals == nil { equals = end }
      end += 1
    }
    guard end - start > 2 else { return end }
    let name = word(start + 2..<(equals ?? end), origin)
    let value = equals.map { word($0 + 1..<end, origin) }
    flags.append(Flag(name: name, value: value, range: sourceRange(start..<end, origin)))
    return end
  }

  private mutating func addFlag(_ raw: RawFlag, _ origin: Origin) {
    let range = sourceRange(raw.start..<raw.end, origin)
    let base = derived.end
    for run in raw.runs { note(run.source, origin, at: base + run.decoded) }
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

/// A flag with quotes or escapes, as it is lexed.
private struct RawFlag {
  let start: Int
  private(set) var end: Int
  /// Where the first `=` stands, in what was written.
  private(set) var equals: Int?
  private(set) var decoded: [UInt8] = []
  private(set) var decodedEquals: Int?
  /// Runs of the decoded text that are written one to one, and single bytes that became two.
  private(set) var runs: [(decoded: Int, source: Range<Int>)] = []

  /// `--` alone ends the flags.
  var isTerminator: Bool { decoded.count == 2 }

  init(_ bytes: Span<UInt8>, from start: Int, before limit: Int, escape: UInt8) {
    self.start = start
    end = start
    decode(bytes, before: limit, escape: escape)
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
