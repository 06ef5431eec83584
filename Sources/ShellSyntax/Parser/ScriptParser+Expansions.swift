import Diagnostics

extension ScriptParser {
  /// What begins with `$`; nil where it is a plain dollar sign.
  mutating func dollar(isQuoted: Bool, allowsQuotes: Bool) -> [Word.Part]? {
    let start = offset
    guard let next = peek(1) else { return nil }
    switch next {
    case UInt8(ascii: "("):
      if isAtArithmetic(opening: 3) {
        offset += 3
        let parts = nested { $0.arithmeticParts() } ?? []
        return [.arithmetic(parts, range: range(from: start))]
      }
      offset += 2
      let list = nested { $0.commandList() } ?? CommandList()
      expect(")", closing: "$(")
      return [.substitution(list, isQuoted: isQuoted, range: range(from: start))]
    case UInt8(ascii: "{"):
      offset += 2
      let parameter = nested { $0.bracedParameter(inDoubleQuotes: isQuoted) } ?? Parameter(name: "")
      return [.parameter(parameter, isQuoted: isQuoted, range: range(from: start))]
    case UInt8(ascii: "'") where allowsQuotes && !isQuoted:
      offset += 1
      return [ansiQuoted()]
    case UInt8(ascii: "\"") where allowsQuotes && !isQuoted:
      offset += 1
      return doubleQuoted()
    default:
      offset += 1
      guard let name = parameterName(isBraced: false) else {
        offset = start
        return nil
      }
      return [.parameter(Parameter(name: name), isQuoted: isQuoted, range: range(from: start))]
    }
  }

  /// A variable, a position or one of the special parameters.
  private mutating func parameterName(isBraced: Bool) -> String? {
    guard let byte = peek() else { return nil }
    if Self.isNameStart(byte) { return name() }
    let start = offset
    if Self.isDigit(byte) {
      repeat { offset += 1 } while isBraced && peek().map(Self.isDigit) ?? false
    } else if "@*#?-$!".utf8.contains(byte) {
      offset += 1
    } else {
      return nil
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// The inside of `${…}` and its closing brace.
  private mutating func bracedParameter(inDoubleQuotes: Bool) -> Parameter {
    var parameter = Parameter(name: "")
    if peek() == UInt8(ascii: "#"), let next = peek(1), next != UInt8(ascii: "}"), !":-=+?%".utf8.contains(next) {
      offset += 1
      parameter.operator = .length
    }
    guard let name = parameterName(isBraced: true) else {
      parameter.operator = .unknown
      return finish(parameter, inDoubleQuotes: inDoubleQuotes)
    }
    parameter.name = name
    if peek() == UInt8(ascii: "}") {
      offset += 1
      return parameter
    }
    parameter.operator = parameter.operator == .length ? .unknown : parameterOperator(of: &parameter)
    return finish(parameter, inDoubleQuotes: inDoubleQuotes)
  }

  private mutating func finish(_ parameter: Parameter, inDoubleQuotes: Bool) -> Parameter {
    var parameter = parameter
    parameter.word = parts(.braces(inDoubleQuotes: inDoubleQuotes))
    if !eat("}") { note("`${` is not closed") }
    return parameter
  }

  private mutating func parameterOperator(of parameter: inout Parameter) -> Parameter.Operator {
    if eat("##") { return .dropLongestPrefix }
    if eat("#") { return .dropShortestPrefix }
    if eat("%%") { return .dropLongestSuffix }
    if eat("%") { return .dropShortestSuffix }
    if peek() == UInt8(ascii: ":"), let next = peek(1), "-=+?".utf8.contains(next) {
      parameter.countsEmptyAsUnset = true
      offset += 1
    }
    if eat("-") { return .useDefault }
    if eat("=") { return .assignDefault }
    if eat("+") { return .alternative }
    if eat("?") { return .complain }
    return .unknown
  }

  // MARK: - Arithmetic

  /// Whether the parenthesis at the offset opens arithmetic: its closing one is followed by another at once.
  ///
  /// `$((a); b)` is a substitution that begins with a subshell. How far is looked ahead is bounded.
  func isAtArithmetic(opening length: Int) -> Bool {
    guard peek(length - 1) == UInt8(ascii: "("), peek(length - 2) == UInt8(ascii: "(") else { return false }
    var parentheses = 1
    for ahead in length..<length + 4096 {
      guard let byte = peek(ahead) else { return false }
      if byte == UInt8(ascii: "(") { parentheses += 1 }
      if byte == UInt8(ascii: ")") { parentheses -= 1 }
      if parentheses == 0 { return peek(ahead + 1) == UInt8(ascii: ")") }
    }
    return false
  }

  /// The text up to `))`, and that.
  private mutating func arithmeticParts() -> [Word.Part] {
    let parts = parts(.arithmetic)
    if !eat("))") { note("`((` is not closed") }
    return parts
  }

  mutating func arithmeticWord() -> Word {
    let start = offset
    let parts = arithmeticParts()
    return Word(parts: parts, range: range(from: start))
  }

  // MARK: - Commands in words

  mutating func process() -> Word.Part? {
    let start = offset
    offset += 2
    guard let list = nested({ $0.commandList() }) else { return nil }
    expect(")", closing: "<(")
    return .process(list, range: range(from: start))
  }

  /// `!(a|b)` and its like, when the parentheses close within the line.
  mutating func extendedPattern() -> Word.Part? {
    var parentheses = 0
    for ahead in 1..<1024 {
      guard let byte = peek(ahead), byte != UInt8(ascii: "\n") else { return nil }
      if byte == UInt8(ascii: "(") { parentheses += 1 }
      if byte == UInt8(ascii: ")") { parentheses -= 1 }
      guard parentheses == 0 else { continue }
      let start = offset
      offset += ahead + 1
      return .pattern(Array(bytes[start..<offset]), range: range(from: start))
    }
    return nil
  }
}
