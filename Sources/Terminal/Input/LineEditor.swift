import CReadline
package import Diagnostics
import Glibc
package import Session
import Synchronization

/// Readline on the terminal: history, completion, arrow keys. Ctrl-C clears the line, Ctrl-D on an empty one leaves.
package struct LineEditor: LineSource {
  private static let longestHistory: Int32 = 1000
  private static let controlC: Int32 = 3
  private static let controlZ: Int32 = 26

  private let style: Style
  private let historyPath: String?

  /// - Parameter historyPath: where earlier lines are kept; nil keeps them for this run alone.
  package init(style: Style, historyPath: String?) {
    self.style = style
    self.historyPath = historyPath
    sc_set_name("stagecraft")
    sc_leave_signals_alone()
    rl_initialize()
    // A pasted text is typed text: each of its lines is a command.
    rl_variable_bind("enable-bracketed-paste", "off")
    for name in ["emacs", "vi-insert", "vi-command"] {
      let keys = rl_get_keymap_by_name(name)
      rl_bind_key_in_map(Self.controlC, { _, _ in ReadlineBridge.interrupt() }, keys)
      rl_bind_key_in_map(Self.controlZ, { _, _ in ReadlineBridge.suspend() }, keys)
    }
    sc_set_completion { word, _, _ in ReadlineBridge.complete(word) }
    using_history()
    stifle_history(Self.longestHistory)
    if let historyPath {
      history_truncate_file(historyPath, Self.longestHistory)
      read_history(historyPath)
    }
  }

  package mutating func next(prompt: Text, completions: @escaping @Sendable (String) -> [String]?) -> InputLine {
    ReadlineBridge.shared.withLock {
      $0.outcome = nil
      $0.completions = completions
    }
    let signals = SignalWatch()
    rl_callback_handler_install(dressed(prompt)) { line in ReadlineBridge.take(line) }
    if let typed = ReadlineBridge.typedAhead() {
      rl_insert_text(typed)
      rl_redisplay()
    }
    while true {
      switch signals.wait() {
      case .key:
        rl_callback_read_char()
        if let outcome = ReadlineBridge.shared.withLock({ $0.outcome }) { return taken(outcome) }
      case .signal(SIGWINCH): rl_resize_terminal()
      case .signal(SIGINT): _ = ReadlineBridge.interrupt()
      case .signal(let signal):
        rl_callback_handler_remove()
        return .terminated(signal: signal)
      }
    }
  }

  private func taken(_ outcome: ReadlineBridge.Outcome) -> InputLine {
    switch outcome {
    case .end: return .end
    case .line(let line):
      remember(line)
      return .line(line)
    }
  }

  /// Puts a line into the history unless it repeats the one before.
  private func remember(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }) else { return }
    if let last = sc_last_line(), String(cString: last) == line { return }
    add_history(line)
    guard let historyPath else { return }
    // Only this line: another course may be open beside this one.
    if append_history(1, historyPath) != 0 { write_history(historyPath) }
    chmod(historyPath, 0o600)
  }

  /// The prompt with marks around what takes no room, so that readline can count columns.
  private func dressed(_ prompt: Text) -> String {
    Typesetter(style: style, width: Typesetter.widest).safe(prompt).reduce(into: "") { text, span in
      guard !span.roles.isEmpty, style.hasColour else { return text += span.text }
      // The style puts escapes on both sides: \u{1} opens each, \u{2} closes it.
      text += "\u{1}" + span.roles.reversed().reduce("\u{2}\(span.text)\u{1}") { style.apply($1, $0) } + "\u{2}"
    }
  }
}
