import Course
import Diagnostics
import Rubric

extension Messages {
  static let noExercises: Text = "This course has no exercises."

  static func noExercise(_ name: String, _ nearest: String?, _ ids: [String]) -> Text {
    if let nearest { return "There is no exercise \(.code, name). Did you mean \(.code, "exercise \(nearest)")?" }
    guard let first = ids.first else { return noExercises }
    return "There is no exercise \(.code, name). The first is \(.code, first); \(.code, "lessons") shows them all."
  }

  static func briefHead(_ exercise: Exercise) -> [Block] {
    let rubric = exercise.rubric
    return [
      .title(
        "\(.title, "Exercise") \(.dot) \(.title, exercise.title)",
        "\(rubric.passMark) of \(rubric.maxScore) points to pass"
      ),
      .blank,
    ]
  }

  static func briefFoot(folder: String, isStarted: Bool) -> [Block] {
    let line: Text =
      isStarted
      ? "Your files are in \(.code, folder). Enter: \(.code, "check")"
      : "Enter: \(.code, "exercise"), which puts the files into \(.code, folder)"
    return [.blank, .text("\(.quiet, line)")]
  }

  static func folderReady(_ title: String, _ path: String, _ contents: FolderContents, isShell: Bool) -> [Block] {
    var blocks: [Block] = [.text("\(.strong, title) is in \(.code, path)")]
    if let moved = contents.moved { blocks.append(.text("Your own file stands beside the new one: \(.code, moved)")) }
    var rows: [[Text]] = []
    if !contents.written.isEmpty { rows.append(["  written", Text(some(contents.written))]) }
    if !contents.kept.isEmpty { rows.append(["  kept as it was", Text(some(contents.kept))]) }
    blocks.append(.table(rows))
    blocks.append(
      isShell
        ? .text("Edit the Dockerfile there in your editor; \(.code, "stagecraft grade \(path)/Dockerfile") judges it.")
        : .text("Edit the Dockerfile there in your editor; \(.code, "check") judges it. Enter does the same.")
    )
    return blocks
  }

  /// A few names and how many more there are.
  private static func some(_ names: [String]) -> String {
    let shown = names.prefix(4).joined(separator: ", ")
    return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
  }

  static func folderFailed(_ path: String, _ reason: String) -> Text {
    "\(.error, "error:") cannot write \(.code, path): \(reason). Another place: \(.code, "exercise FOLDER")"
  }

  static func notStarted(_ id: String) -> Text {
    "Nothing to begin anew: \(.code, "exercise \(id)") has not been started yet."
  }

  static func unreadable(_ reason: UnreadableFile, _ file: String, isStarted: Bool) -> Text {
    switch reason {
    case .missing where isStarted:
      "There is no \(.code, file) any more. \(.code, "exercise") puts missing files back."
    case .missing:
      "There is no \(.code, file) yet. \(.code, "exercise") puts the starting files there."
    case .notAFile: "\(.error, "error:") \(.code, file) is no regular file."
    case .tooLarge(let limit): "\(.error, "error:") \(.code, file) is larger than \(limit / 1_048_576) MiB."
    case .failed(let words): "\(.error, "error:") cannot read \(.code, file): \(words)"
    }
  }

  static func solutionClosed(_ attempts: Int, of needed: Int) -> Text {
    """
    The solution opens after a pass, or after \(needed) checks of a file that you changed: \(attempts) so far. \
    \(.code, "hint") helps at once.
    """
  }

  static func solutionHead(_ title: String, isSolved: Bool) -> Text {
    isSolved
      ? "\(.strong, title): one good solution. Yours passed too; compare."
      : "\(.strong, title): one good solution, and why it is as it is."
  }

  static func image(_ file: String, _ summary: [String]) -> [Block] {
    [.text("The image that \(.code, file) would give:")] + summary.map { .text("  \($0)") }
  }

  static let forgetAsks: Text = """
    This forgets every lesson read, attempt and hint; your files stay. \(.code, "reset progress yes") does it.
    """
  static let forgotten: Text = "Everything is forgotten. Your files are where they were."
}
