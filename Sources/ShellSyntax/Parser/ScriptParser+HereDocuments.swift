import Diagnostics

/// A here-document that was announced on the line being read.
struct PendingHereDocument {
  var index: Int
  var delimiter: [UInt8]
  var dropsTabs: Bool
  var expands: Bool
}

extension ScriptParser {
  /// `<<` or `<<-` with the delimiter; the body comes after the line.
  mutating func hereDocument(descriptor: Int?) -> WrittenRedirection {
    offset += 2
    let dropsTabs = eat("-")
    skipBlanks()
    let target = word()
    var delimiter: [UInt8] = []
    var expands = true
    for part in target.parts {
      switch part {
      case .text(let text, let isQuoted, _):
        delimiter += text
        if isQuoted { expands = false }
      case .parameter(_, _, let range), .substitution(_, _, let range), .backquoted(_, _, _, let range),
        .arithmetic(_, let range), .process(_, let range), .pattern(_, let range):
        delimiter += bytes[range.offsets]
      }
    }
    if target.range.isEmpty { note("a here-document without its end word") }
    let index = hereDocuments.count
    hereDocuments.append(HereDocument(range: range(from: offset), parts: []))
    pending.append(
      PendingHereDocument(index: index, delimiter: delimiter, dropsTabs: dropsTabs, expands: expands)
    )
    return WrittenRedirection(kind: .hereDocument(index: index), descriptor: descriptor, target: target)
  }

  /// Reads the bodies that begin here, at the start of a line.
  mutating func readPendingHereDocuments() {
    guard !pending.isEmpty else { return }
    let announced = pending
    pending = []
    for document in announced { readBody(of: document) }
  }

  private mutating func readBody(of document: PendingHereDocument) {
    let start = offset
    var lines: [Range<Int>] = []
    var isClosed = false
    while offset < end, !isClosed {
      var lineStart = offset
      while let byte = peek(), byte != UInt8(ascii: "\n") { offset += 1 }
      if document.dropsTabs {
        while lineStart < offset, bytes[lineStart] == UInt8(ascii: "\t") { lineStart += 1 }
      }
      isClosed = bytes[lineStart..<offset].elementsEqual(document.delimiter)
      if offset < end { offset += 1 }
      if !isClosed { lines.append(lineStart..<offset) }
    }
    if !isClosed {
      let text = String(decoding: document.delimiter, as: UTF8.self)
      note("the here-document is not ended by `\(text)`", at: SourceRange(start..<offset))
    }
    let next = offset
    let range = SourceRange(start..<(lines.last?.upperBound ?? start))
    let parts = document.expands ? expandingParts(of: lines) : literalParts(of: lines)
    hereDocuments[document.index] = HereDocument(range: range, parts: parts)
    offset = next
  }

  private func literalParts(of lines: [Range<Int>]) -> [Word.Part] {
    lines.map { .text(Array(bytes[$0]), isQuoted: true, range: SourceRange($0)) }
  }

  /// Lines are read one run at a time: where `<<-` dropped tabs, a new run begins.
  private mutating func expandingParts(of lines: [Range<Int>]) -> [Word.Part] {
    let (limit, outerPending) = (end, pending)
    defer { (end, pending) = (limit, outerPending) }
    var parts: [Word.Part] = []
    var index = 0
    while index < lines.count {
      let start = lines[index].lowerBound
      var stop = lines[index].upperBound
      index += 1
      while index < lines.count, lines[index].lowerBound == stop {
        stop = lines[index].upperBound
        index += 1
      }
      (offset, end) = (start, stop)
      parts += self.parts(.hereDocument)
    }
    return parts
  }
}
