/// The first words of commands, in the order in which help lists them.
package enum CommandName: String, Hashable, Sendable, CaseIterable {
  case lessons
  case lesson
  case next
  case back
  case quiz
  case answer
  case review
  case exercise
  case brief
  case check
  case hint
  case image
  case solution
  case progress
  case reset
  case help
  case quit

  /// Other spellings, not offered by completion.
  package var aliases: [String] {
    switch self {
    case .lessons: ["list", "ls"]
    case .next: ["n"]
    case .back: ["b", "previous"]
    case .exercise: ["start"]
    case .check: ["grade"]
    case .hint: ["hints"]
    case .quit: ["exit", "q", "bye"]
    default: []
    }
  }

  package init?(spelling: String) {
    let word = spelling.lowercased()
    guard let name = Self.allCases.first(where: { $0.rawValue == word || $0.aliases.contains(word) }) else {
      return nil
    }
    self = name
  }
}
