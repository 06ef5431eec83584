extension Command {
  /// Reads a line of input. Every line is a command, if only an unknown one.
  package init(line: String) {
    var words = Self.words(of: line)
    // Lessons and reports name commands as a shell wants them.
    if words.first == "stagecraft" { words.removeFirst() }
    guard let first = words.first else {
      self = .goOn
      return
    }
    let rest = Array(words.dropFirst())
    if first == "?" {
      self = .whatNow
    } else if let name = CommandName(spelling: first) {
      self.init(name, rest)
    } else if rest.isEmpty, Int(first) != nil {
      self = .lesson(first)
    } else {
      self = .unknown(first)
    }
  }

  private init(_ name: CommandName, _ words: [String]) {
    let room: Int
    switch name {
    // Whatever stands there is the answer.
    case .answer: room = .max
    case .exercise, .hint, .reset: room = 2
    case .lesson, .quiz, .check, .help: room = 1
    default: room = 0
    }
    if words.count > room {
      self = .superfluous(name, words[room])
      return
    }
    switch name {
    case .lessons: self = .lessons
    case .lesson: self = .lesson(words.first)
    case .next: self = .next
    case .back: self = .back
    case .quiz: self = .quiz(words.first)
    case .answer: self = .answer(words.joined(separator: " "))
    case .review: self = .review
    case .exercise: self = .exercise(words)
    case .brief: self = .brief
    case .check: self = Self.check(words)
    case .hint: self = .hint(words)
    case .image: self = .image
    case .solution: self = .solution
    case .progress: self = .progress
    case .reset: self = Self.reset(words)
    case .help: self = .help(words.first)
    case .quit: self = .quit
    }
  }

  private static func check(_ words: [String]) -> Command {
    guard let word = words.first else { return .check(everything: false) }
    // A report recommends the option of `grade`.
    return ["all", "--all"].contains(word) ? .check(everything: true) : .superfluous(.check, word)
  }

  private static func reset(_ words: [String]) -> Command {
    guard let first = words.first else { return .reset(.exercise) }
    guard first == "progress" else { return .superfluous(.reset, first) }
    guard let second = words.dropFirst().first else { return .reset(.progress(confirmed: false)) }
    return second == "yes" ? .reset(.progress(confirmed: true)) : .superfluous(.reset, second)
  }

  /// Words between blanks; quotes hold a word with blanks together, as in `exercise react-node "my folder"`.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "\"" || scalar == "'" {
        quote = scalar
        word = word ?? ""
      } else if quote == nil, scalar.properties.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = word ?? ""
        word?.unicodeScalars.append(scalar)
      }
    }
    if let last = word { words.append(last) }
    return words
  }
}
