extension ExpansionLexer {
  /// Everything up to the next single quote is taken as it is.
  mutating func singleQuotes() throws(ExpansionFailure) -> [UInt8] {
    var result: [UInt8] = []
    let keepsQuotes = options.contains(.rawQuotes)
    let quote = next()
    if keepsQuotes { result.append(scalar: quote) }
    while true {
      let character = next()
      if character == Self.endOfInput {
        throw ExpansionFailure("unexpected end of statement while looking for matching single-quote")
      }
      if character == quote {
        if keepsQuotes { result.append(scalar: character) }
        return result
      }
      result.append(scalar: character)
    }
  }

  /// Within double quotes variables are replaced; only the quote, the dollar and the escape itself can be escaped.
  mutating func doubleQuotes() throws(ExpansionFailure) -> [UInt8] {
    var result: [UInt8] = []
    let keepsQuotes = options.contains(.rawQuotes)
    let quote = next()
    if keepsQuotes { result.append(scalar: quote) }
    while true {
      switch peek() {
      case Self.endOfInput:
        throw ExpansionFailure("unexpected end of statement while looking for matching double-quote")
      case quote:
        _ = next()
        if keepsQuotes { result.append(scalar: quote) }
        return result
      case 0x24: result += try dollar()
      default:
        if let character = quotedCharacter(&result) { result.append(scalar: character) }
      }
      guard result.count <= input.count + Self.growthLimit else { throw ExpansionFailure("the text grows too large") }
    }
  }

  private mutating func quotedCharacter(_ result: inout [UInt8]) -> UInt32? {
    let character = next()
    guard character == escape else { return character }
    if rawEscapes { result.append(scalar: character) }
    switch peek() {
    case Self.endOfInput: return nil
    case 0x22, 0x24, escape: return next()
    default: return character
    }
  }

  /// `<` or `<<` with the blanks behind it, which belong to the word of a heredoc.
  mutating func lessThan() -> [UInt8] {
    _ = next()
    guard peek() == 0x3C else { return [0x3C] }
    _ = next()
    var result: [UInt8] = [0x3C, 0x3C]
    while !isAtEnd, input[index] == 0x20 || input[index] == 0x09 || input[index] == 0x0D {
      result.append(input[index])
      index += 1
    }
    return result
  }
}
