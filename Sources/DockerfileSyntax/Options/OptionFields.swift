/// The fields of a value such as `type=cache,target=/x`: one line of CSV.
enum OptionFields {
  static func split(_ value: some Collection<UInt8>) throws(OptionError) -> [[UInt8]] {
    let bytes = trimmingLineEnd(Array(value))
    guard !bytes.isEmpty else { throw OptionError("EOF") }
    var fields: [[UInt8]] = []
    var index = 0
    while true {
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        fields.append(try quotedField(bytes, &index))
        if index == bytes.count { return fields }
      } else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
        if let quote = bytes[index..<end].firstIndex(of: UInt8(ascii: "\"")) {
          throw error(#"bare " in non-quoted-field"#, at: quote)
        }
        fields.append(Array(bytes[index..<end]))
        index = end
        if index == bytes.count { return fields }
      }
      index += 1
    }
  }

  /// A field in quotes, two of which stand for one; ends at the comma or at the end.
  private static func quotedField(_ bytes: [UInt8], _ index: inout Int) throws(OptionError) -> [UInt8] {
    var field: [UInt8] = []
    index += 1
    while true {
      guard let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else {
        throw error(#"extraneous or missing " in quoted-field"#, at: index)
      }
      field += bytes[index..<quote]
      index = quote + 1
      if index == bytes.count || bytes[index] == UInt8(ascii: ",") { return field }
      guard bytes[index] == UInt8(ascii: "\"") else {
        throw error(#"extraneous or missing " in quoted-field"#, at: quote)
      }
      field.append(UInt8(ascii: "\""))
      index += 1
    }
  }

  private static func trimmingLineEnd(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == 0x0A else { return bytes }
    let rest = bytes.dropLast()
    return Array(rest.last == 0x0D ? rest.dropLast() : rest)
  }

  private static func error(_ text: String, at index: Int) -> OptionError {
    OptionError("parse error on line 1, column \(index + 1): \(text)")
  }
}

/// A field, divided at its first `=`.
struct OptionField {
  let text: String
  /// In lower case.
  let key: String
  /// nil where there is no `=`.
  let value: String?

  init(_ bytes: [UInt8]) {
    text = DockerfileSyntax.text(of: bytes)
    let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    key = LetterCase.lower(bytes[..<(equals ?? bytes.count)])
    value = equals.map { DockerfileSyntax.text(of: bytes[($0 + 1)...]) }
  }
}
