/// A table after RFC 4180, read by the letter: nothing but CRLF ends a row, nothing but a quote protects.
struct Table {
  struct Malformed: Error {
    var offset: Int
  }

  private(set) var rows: [[String]] = []

  init(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty { rows.append(try Self.row(&rest)) }
  }

  private static func row(_ rest: inout ArraySlice<UInt8>) throws -> [String] {
    var fields = [try field(&rest)]
    while rest.first == UInt8(ascii: ",") {
      rest.removeFirst()
      fields.append(try field(&rest))
    }
    guard rest.starts(with: "\r\n".utf8) else { throw Malformed(offset: rest.startIndex) }
    rest.removeFirst(2)
    return fields
  }

  private static func field(_ rest: inout ArraySlice<UInt8>) throws -> String {
    let quote = UInt8(ascii: "\"")
    guard rest.first == quote else {
      let field = rest.prefix { ![UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"), quote].contains($0) }
      rest = rest[field.endIndex...]
      return String(decoding: field, as: UTF8.self)
    }
    var field: [UInt8] = []
    rest.removeFirst()
    while let byte = rest.popFirst() {
      if byte != quote {
        field.append(byte)
      } else if rest.first == quote {
        field.append(quote)
        rest.removeFirst()
      } else {
        return String(decoding: field, as: UTF8.self)
      }
    }
    throw Malformed(offset: rest.startIndex)
  }
}
