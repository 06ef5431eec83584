/// Unicode's White_Space, as Go's `unicode.IsSpace` has it.
func isUnicodeSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// A decimal digit of any script.
func isUnicodeDigit(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 { return (0x30...0x39).contains(scalar) }
  return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
}

/// A letter of any script.
func isUnicodeLetter(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 { return (0x61...0x7A).contains(scalar | 0x20) }
  switch Unicode.Scalar(scalar)?.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
  default: return false
  }
}
