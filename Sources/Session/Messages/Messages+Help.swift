import Diagnostics

extension Messages {
  static func unknownCommand(_ word: String) -> Text {
    let names = CommandName.allCases.flatMap { [$0.rawValue] + $0.aliases.filter { $0.count > 2 } }
    if let nearest = likelyName(for: word, among: names) {
      return "There is no command \(.code, word). Did you mean \(.code, nearest)?"
    }
    return "There is no command \(.code, word). \(.code, "?") says what can be done here."
  }

  static func superfluous(_ name: CommandName, _ word: String) -> Text {
    "\(.code, usage(name)) has no use for \(.code, word)."
  }

  /// Five lines at most.
  static func whatNow(_ place: Place?) -> [Block] {
    var rows: [[Text]]
    switch place {
    case nil:
      rows = [["  Enter", "goes on where you left, or begins"], row(.lesson), row(.exercise)]
    case .lesson:
      rows = [["  Enter", "the next page, then the exercise or the next lesson"], row(.back), row(.lessons)]
    case .exercise:
      rows = [["  Enter", "begins the exercise, then checks your Dockerfile"], row(.hint), row(.image)]
    }
    rows.append(["  \(.code, "help")", "all commands"])
    rows.append(row(.quit))
    return [.table(rows)]
  }

  static func help(_ name: String?) -> [Block] {
    guard let name else {
      return [
        .table([["  Enter", "goes on: the next page, step or lesson"]] + CommandName.allCases.map(row)),
        .text("\(.code, "help COMMAND") says more. Tab completes, the arrow keys bring back earlier lines."),
      ]
    }
    guard let command = CommandName(spelling: name) else { return [.text(unknownCommand(name))] }
    let aliases = command.aliases.isEmpty ? "" : " Also: \(command.aliases.joined(separator: ", "))."
    return [.text("\(.code, usage(command)): \(summary(command))."), .text("\(details(command))\(aliases)")]
  }

  private static func row(_ name: CommandName) -> [Text] {
    ["  \(.code, usage(name))", Text(summary(name))]
  }

  private static func usage(_ name: CommandName) -> String {
    switch name {
    case .lesson: "lesson [ID|NUMBER]"
    case .quiz: "quiz [ID|NUMBER]"
    case .answer: "answer WORDS"
    case .exercise: "exercise [ID] [FOLDER]"
    case .check: "check [all]"
    case .hint: "hint [EXERCISE] [CHECK]"
    case .reset: "reset [progress]"
    case .help: "help [COMMAND]"
    default: name.rawValue
    }
  }

  private static func summary(_ name: CommandName) -> String {
    switch name {
    case .lessons: "lists lessons and exercises"
    case .lesson: "opens a lesson"
    case .next: "opens the next lesson"
    case .back: "goes a page or a lesson back"
    case .quiz: "asks the questions of a lesson"
    case .answer: "answers the question that is open"
    case .review: "asks again what you answered wrongly"
    case .exercise: "puts an exercise's files into a folder"
    case .brief: "shows the task again"
    case .check: "judges your Dockerfile and says what changed"
    case .hint: "gives a hint, a little more each time"
    case .image: "shows what the final image would be"
    case .solution: "shows a good solution and its reasons"
    case .progress: "sums up what you did"
    case .reset: "begins the exercise anew"
    case .help: "explains the commands"
    case .quit: "leaves; Ctrl-D does too"
    }
  }

  private static func details(_ name: CommandName) -> String {
    switch name {
    case .lessons: "A lesson counts as read once its last page was shown."
    case .lesson: "Without a name the current one, from its first page. A number alone opens that lesson."
    case .next: "Enter goes page by page instead."
    case .back: "From an exercise it leads to the exercise's lesson."
    case .quiz: "They are also asked on the way through the lesson. Without a name those of the current one."
    case .answer: "While a question is open, what you type is taken as its answer anyway, unless it is a command."
    case .review: "A question is missed when your last answer to it was wrong; it comes back until you get it right."
    case .exercise: "The folder is ./ID unless you name another. Files that are there already are never overwritten."
    case .brief: "The brief says what the exercise asks for and how many points each part gives."
    case .check: "The first check shows the whole report, later ones what changed; `check all` shows everything again."
    case .hint: "Without a check's name it is about the first one that fails. Hints cost nothing."
    case .image: "User, command, ports, health check and where node_modules come from, for the default target."
    case .solution: "It opens after a pass, or after three checks of files that you changed."
    case .progress: "All of it is kept on this machine alone."
    case .reset:
      "Your Dockerfile is moved aside, the starting one comes back. `reset progress` forgets everything, after asking."
    case .help: "`?` alone is shorter: what can be done at this place."
    case .quit: "Coming back continues at the same page."
    }
  }
}
