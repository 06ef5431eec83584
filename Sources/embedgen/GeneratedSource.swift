/// The Swift source that holds the files, in the order given.
func generatedSource(_ files: [SourceContent]) -> String {
  var source = "extension EmbeddedContent {\n  package static let files: [EmbeddedFile] = [\n"
  for file in files {
    source += "    EmbeddedFile(\(literal(Array(file.name.utf8))), \(literal(file.bytes))"
    if file.name.hasSuffix(".yml"), let tree = encodedTree(of: file.bytes) { source += ", tree: \(literal(tree))" }
    source += "),\n"
  }
  return source + "  ]\n}\n"
}

/// UTF-8 text as a one-line literal.
///
/// All but printable ASCII is written as an escape, so that no byte depends on how the compiler reads a source.
private func literal(_ bytes: [UInt8]) -> String {
  var literal = "\""
  literal.reserveCapacity(bytes.count + bytes.count / 8)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\"", "\\": literal += "\\\(scalar)"
    case "\n": literal += "\\n"
    case " "..."~": literal.unicodeScalars.append(scalar)
    default: literal += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
  return literal + "\""
}
