import CReadline
import Glibc
import Synchronization

/// What readline's callbacks hand over.
///
/// They are C functions without a context, and there is one readline in a process: so there is one bridge.
struct ReadlineBridge: Sendable {
  enum Outcome: Sendable {
    case line(String)
    case end
  }

  var outcome: Outcome?
  var completions: @Sendable (String) -> [String]? = { _ in [] }
  /// What is offered at present, and how much of it was.
  var offered: [String] = []
  var next = 0

  /// What was typed before there was a prompt to type it at.
  private var early: String?

  static let shared = Mutex(ReadlineBridge())

  /// Keeps the beginning of a command for the next prompt.
  static func typeAhead(_ text: String) { shared.withLock { $0.early = text } }

  /// Takes what was kept.
  static func typedAhead() -> String? {
    shared.withLock { bridge in
      defer { bridge.early = nil }
      return bridge.early
    }
  }

  /// Readline has a line; nil at Ctrl-D and when the window is closed.
  static func take(_ line: UnsafeMutablePointer<CChar>?) {
    let outcome = line.map { Outcome.line(String(cString: $0)) } ?? .end
    free(line)
    shared.withLock { $0.outcome = outcome }
    // Gives the terminal back at once, before anything is printed.
    rl_callback_handler_remove()
  }

  /// Tab.
  static func complete(_ word: UnsafePointer<CChar>?) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let line = sc_line() else { return nil }
    let bytes = UnsafeBufferPointer(start: line, count: Int(sc_cursor())).map { UInt8(bitPattern: $0) }
    let ask = shared.withLock { $0.completions }
    guard let found = ask(String(decoding: bytes, as: UTF8.self)) else {
      sc_set_completion_over(0)
      return nil
    }
    sc_set_completion_over(1)
    shared.withLock {
      $0.offered = found
      $0.next = 0
    }
    return rl_completion_matches(word) { _, _ in ReadlineBridge.offer() }
  }

  static func offer() -> UnsafeMutablePointer<CChar>? {
    shared.withLock { bridge in
      guard bridge.next < bridge.offered.count else { return nil }
      defer { bridge.next += 1 }
      return strdup(bridge.offered[bridge.next])
    }
  }

  /// Ctrl-C: the line goes, the prompt comes again.
  static func interrupt() -> Int32 {
    rl_replace_line("", 0)
    rl_crlf()
    rl_on_new_line()
    rl_redisplay()
    return 0
  }

  /// Ctrl-Z: the shell gets its terminal, and the prompt comes back afterwards.
  static func suspend() -> Int32 {
    rl_deprep_terminal()
    kill(0, SIGSTOP)
    sc_prepare_terminal(1)
    rl_on_new_line()
    rl_redisplay()
    return 0
  }
}
