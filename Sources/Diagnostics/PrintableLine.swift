/// Untrusted bytes cut into what a terminal may show, each piece with the bytes that it stands for.
///
/// Control characters, formats such as the bidi controls, marks without a base and blanks that only look like a space
/// are written as `\u{1B}`, bytes that are not UTF-8 as `\xFF`; tabs become spaces up to a multiple of four columns.
struct PrintableLine {
  struct Cell {
    var range: Range<Int>
    var text: String
    var column: Int
    var width: Int
    var isEscaped: Bool

    var columns: Range<Int> { column..<column + width }
  }

  static let tabStop = 4
  /// A cluster with more scalars than any written language or emoji needs is shown scalar by scalar from there on.
  private static let longestCluster = 16

  private(set) var cells: [Cell] = []
  private(set) var width = 0

  /// - Parameters:
  ///   - bytes: the whole source or text.
  ///   - range: the part to show; cells refer to offsets in `bytes`.
  ///   - keepsLineFeeds: a line feed stays one and starts at the left again.
  init(_ bytes: [UInt8], in range: Range<Int>, keepsLineFeeds: Bool = false) {
    var pending = String()
    var start = range.lowerBound
    var offset = start
    var iterator = bytes[range].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    parsing: while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput:
        break parsing
      case .error(let length):
        append(pending, at: start)
        pending = ""
        for index in offset..<min(offset + length, range.upperBound) {
          append(escaped: "\\x" + Self.hexadecimal(UInt32(bytes[index]), digits: 2), for: index..<index + 1)
        }
        offset += length
        start = offset
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        let next = offset + encoded.count
        if Self.standsAlone(scalar) {
          append(pending, at: start)
          pending = ""
          append(special: scalar, for: offset..<next, keepsLineFeeds: keepsLineFeeds)
          start = next
        } else {
          pending.unicodeScalars.append(scalar)
        }
        offset = next
      }
    }
    append(pending, at: start)
  }

  var text: String { cells.reduce(into: "") { $0 += $1.text } }

  /// What is never part of a cluster: control characters and every blank but the space and the ideographic one.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    case .spaceSeparator: return scalar.value != 0x3000
    default: return false
    }
  }

  private mutating func append(special scalar: Unicode.Scalar, for range: Range<Int>, keepsLineFeeds: Bool) {
    switch scalar {
    case "\t":
      let count = Self.tabStop - width % Self.tabStop
      append(String(repeating: " ", count: count), width: count, for: range)
    case "\n" where keepsLineFeeds:
      append("\n", width: 0, for: range)
      width = 0
    default:
      append(escaped: Self.escape(scalar), for: range)
    }
  }

  /// Adds clusters; one that would take no column is shown by its numbers.
  private mutating func append(_ run: String, at start: Int) {
    var offset = start
    for cluster in run {
      let scalars = cluster.unicodeScalars
      let columns = DisplayWidth.columns(of: cluster)
      if columns > 0, scalars.count <= Self.longestCluster {
        let next = offset + cluster.utf8.count
        append(String(cluster), width: columns, for: offset..<next)
        offset = next
        continue
      }
      for scalar in scalars {
        let next = offset + UTF8.width(scalar)
        append(escaped: Self.escape(scalar), for: offset..<next)
        offset = next
      }
    }
  }

  private mutating func append(escaped text: String, for range: Range<Int>) {
    append(text, width: text.utf8.count, for: range, isEscaped: true)
  }

  private mutating func append(_ text: String, width columns: Int, for range: Range<Int>, isEscaped: Bool = false) {
    cells.append(Cell(range: range, text: text, column: width, width: columns, isEscaped: isEscaped))
    width += columns
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
