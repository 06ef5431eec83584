/// Text in double quotes, as Docker's messages quote it: what can't be shown is escaped, a stray byte as `\x80`.
func quoted(_ bytes: some Sequence<UInt8>) -> String {
  let bytes = Array(bytes)
  var result: [UInt8] = [UInt8(ascii: "\"")]
  var index = 0
  while index < bytes.count {
    let scalar = decodeScalar(bytes.span, at: index, before: bytes.count)
    if scalar.isValid {
      appendEscaped(scalar.value, to: &result)
    } else {
      result.append(contentsOf: "\\x".utf8)
      appendHexadecimal(UInt32(bytes[index]), digits: 2, to: &result)
    }
    index += scalar.width
  }
  result.append(UInt8(ascii: "\""))
  return String(decoding: result, as: UTF8.self)
}

private func appendEscaped(_ scalar: UInt32, to result: inout [UInt8]) {
  switch scalar {
  case 0x22, 0x5C: result += [0x5C, UInt8(truncatingIfNeeded: scalar)]
  case 0x07: result += Array("\\a".utf8)
  case 0x08: result += Array("\\b".utf8)
  case 0x0C: result += Array("\\f".utf8)
  case 0x0A: result += Array("\\n".utf8)
  case 0x0D: result += Array("\\r".utf8)
  case 0x09: result += Array("\\t".utf8)
  case 0x0B: result += Array("\\v".utf8)
  case 0x20..<0x7F: result.append(UInt8(truncatingIfNeeded: scalar))
  case 0..<0x80:
    result += Array("\\x".utf8)
    appendHexadecimal(scalar, digits: 2, to: &result)
  default: appendWide(scalar, to: &result)
  }
}

private func appendWide(_ value: UInt32, to result: inout [UInt8]) {
  if let scalar = Unicode.Scalar(value), isPrintable(scalar) {
    result.append(scalar: value)
  } else if value < 0x10000 {
    result += Array("\\u".utf8)
    appendHexadecimal(value, digits: 4, to: &result)
  } else {
    result += Array("\\U".utf8)
    appendHexadecimal(value, digits: 8, to: &result)
  }
}

/// Letters, marks, numbers, punctuation and symbols.
private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
    false
  default: true
  }
}

func appendHexadecimal(_ value: UInt32, digits: Int, to result: inout [UInt8]) {
  for position in stride(from: digits - 1, through: 0, by: -1) {
    let digit = UInt8(truncatingIfNeeded: value >> UInt32(4 * position)) & 0xF
    result.append(digit < 10 ? digit + 0x30 : digit - 10 + 0x61)
  }
}
