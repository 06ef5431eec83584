/// What is wrong with a word, before it is named.
struct ExpansionFailure: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// One run of the expansion over a text, character by character.
struct ExpansionLexer<Variables: VariableLookup> {
  /// How deep `${a:-${b:-…}}` may go. Docker has no limit; no one writes more.
  static var depthLimit: Int { 100 }
  /// What a text may grow by.
  static var growthLimit: Int { 1 << 20 }
  /// Stands for the end of the input among the scalars.
  static var endOfInput: UInt32 { .max }

  let input: [UInt8]
  let escape: UInt32
  let options: Expansion.Options
  let variables: Variables
  var index = 0
  var rawEscapes: Bool
  var depth = 0
  private(set) var matched: [String] = []
  private(set) var unmatched: [String] = []
  /// Texts that took the place of variables so far.
  var standIns: [StandIn] = []
  private var known: Set<String> = []
  /// The word in the making. As in BuildKit, a substitution within a word begins it anew.
  private var buffer: [UInt8] = []
  private var bufferStart = 0
  private var characterStart = 0
  private var characterEnd = 0

  init(_ input: [UInt8], _ expansion: Expansion, _ variables: Variables) {
    self.input = input
    self.variables = variables
    escape = UInt32(expansion.escape)
    options = expansion.options
    rawEscapes = expansion.options.contains(.rawEscapes)
    // A byte order mark in front is passed over.
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func run() throws(ExpansionError) -> (text: [UInt8], spans: [Expansion.WordSpan]) {
    do throws(ExpansionFailure) {
      return try process(until: Self.endOfInput, rawEscapes: rawEscapes)
    } catch {
      throw ExpansionError(
        dockerMessage: "failed to process \(quoted(input)): \(error.reason)",
        reason: error.reason,
        unmatched: unmatched
      )
    }
  }

  func peek() -> UInt32 {
    guard index < input.count else { return Self.endOfInput }
    return decodeScalar(input.span, at: index, before: input.count).value
  }

  mutating func next() -> UInt32 {
    guard index < input.count else { return Self.endOfInput }
    let scalar = decodeScalar(input.span, at: index, before: input.count)
    index += scalar.width
    return scalar.value
  }

  var isAtEnd: Bool { index >= input.count }

  mutating func value(of name: String) -> String? {
    let value = variables.value(of: name)
    if known.insert(name).inserted {
      if value == nil { unmatched.append(name) } else { matched.append(name) }
    }
    return value
  }

  private struct Words {
    var spans: [Expansion.WordSpan] = []
    var isInWord = false
  }

  /// Processes characters up to one that ends the run, which is consumed.
  mutating func process(
    until stop: UInt32,
    rawEscapes raw: Bool
  ) throws(ExpansionFailure) -> (text: [UInt8], spans: [Expansion.WordSpan]) {
    var result: [UInt8] = []
    var words = Words()
    buffer.removeAll(keepingCapacity: true)
    let saved = rawEscapes
    rawEscapes = raw
    defer { rawEscapes = saved }
    while !isAtEnd {
      let character = peek()
      characterStart = index
      if stop != Self.endOfInput, character == stop {
        _ = next()
        flush(&words)
        return (result, words.spans)
      }
      try step(character, &result, &words)
      guard result.count <= input.count + Self.growthLimit else { throw ExpansionFailure("the text grows too large") }
    }
    guard stop == Self.endOfInput else {
      let sign = Unicode.Scalar(stop).map(String.init) ?? ""
      throw ExpansionFailure("unexpected end of statement while looking for matching \(sign)")
    }
    flush(&words)
    return (result, words.spans)
  }

  private mutating func step(_ character: UInt32, _ result: inout [UInt8], _ words: inout Words)
    throws(ExpansionFailure)
  {
    let start = index
    switch character {
    case 0x24:
      let value = try dollar()
      characterStart = start
      characterEnd = index
      result += value
      for scalar in scalars(of: value) { add(scalar, &words) }
    case 0x3C: addRaw(lessThan(), from: start, &result, &words)
    case 0x27 where !options.contains(.skipProcessQuotes):
      let content = try singleQuotes()
      addRaw(content, from: start, &result, &words)
    case 0x22 where !options.contains(.skipProcessQuotes):
      let content = try doubleQuotes()
      addRaw(content, from: start, &result, &words)
    default: plain(&result, &words)
    }
  }

  private mutating func plain(_ result: inout [UInt8], _ words: inout Words) {
    var character = next()
    characterEnd = index
    guard character == escape else {
      add(character, &words)
      result.append(scalar: character)
      return
    }
    if rawEscapes {
      addRaw(character, &words)
      result.append(scalar: character)
    }
    character = next()
    guard character != Self.endOfInput else { return }
    characterEnd = index
    addRaw(character, &words)
    result.append(scalar: character)
  }

  private mutating func add(_ character: UInt32, _ words: inout Words) {
    guard isUnicodeSpace(character) else { return addRaw(character, &words) }
    if words.isInWord, !buffer.isEmpty { flush(&words) }
  }

  private mutating func addRaw(_ character: UInt32, _ words: inout Words) {
    if buffer.isEmpty { bufferStart = characterStart }
    buffer.append(scalar: character)
    bufferEnd = characterEnd
    words.isInWord = true
  }

  private mutating func addRaw(
    _ text: [UInt8],
    from start: Int,
    _ result: inout [UInt8],
    _ words: inout Words
  ) {
    result += text
    if buffer.isEmpty { bufferStart = start }
    buffer += text
    bufferEnd = index
    words.isInWord = true
  }

  private var bufferEnd = 0

  private mutating func flush(_ words: inout Words) {
    guard !buffer.isEmpty else { return }
    words.spans.append(Expansion.WordSpan(bytes: buffer, range: min(bufferStart, bufferEnd)..<bufferEnd))
    buffer.removeAll(keepingCapacity: true)
    words.isInWord = false
  }
}
