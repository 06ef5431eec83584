import CReadline
import Diagnostics
import Glibc
import Session

/// Shows a long text a screen at a time: Enter or Space turns the page, q stops. Who types a command instead is taken
/// at their word: the text ends, and the prompt begins with what was typed.
struct Pager {
  let screen: Screen

  enum Outcome {
    case shown
    case terminated(signal: Int32)
  }

  func show(_ lines: [StyledLine]) -> Outcome {
    let page = screen.height - 1
    let texts = lines.map { $0.rendered(screen.style) + "\n" }
    guard screen.isInteractive, texts.count > page, page > 1 else {
      screen.write(texts.joined())
      return .shown
    }
    var shown = 0
    let signals = SignalWatch()
    while true {
      // One line of the page before stays in sight: the eye finds the place again.
      let end = min(texts.count, shown + (shown == 0 ? page : page - 1))
      screen.write(texts[shown..<end].joined())
      shown = end
      guard shown < texts.count else { return .shown }
      switch ask(signals, more: texts.count - shown) {
      case .more: continue
      case .stop: return .shown
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  private enum Answer {
    case more, stop
    case terminated(Int32)
  }

  private func ask(_ signals: SignalWatch, more: Int) -> Answer {
    let prompt = StyledLine(TextLayout.truncated(Notice.more(more), to: screen.typesetter.width - 1), .quiet)
    screen.write(prompt.rendered(screen.style))
    defer { screen.write("\r" + TextLayout.blanks(prompt.columns) + "\r") }
    guard let keys = RawKeys() else { return .more }
    while true {
      switch signals.wait() {
      case .signal(SIGTERM): return .terminated(SIGTERM)
      case .signal(SIGHUP): return .terminated(SIGHUP)
      case .signal(SIGINT): return .stop
      case .signal: continue
      case .key:
        switch keys.read() {
        case nil, "q", "\u{3}", "\u{4}", "\u{1B}": return .stop
        case "\r", "\n", " ": return .more
        case let key? where key.properties.isAlphabetic || ["?", "!"].contains(key):
          ReadlineBridge.typeAhead(String(key))
          return .stop
        default: continue
        }
      }
    }
  }
}

/// Keys one by one, without echo, for as long as it exists.
private final class RawKeys {
  private var before = termios()

  init?() {
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else { return nil }
  }

  deinit {
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }

  /// The next key; the rest of an arrow key's sequence is swallowed with it. nil at the end of input.
  func read() -> Unicode.Scalar? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Glibc.read(STDIN_FILENO, &bytes, 1)
    guard count == 1 else { return nil }
    guard bytes[0] == 0x1B else { return Unicode.Scalar(bytes[0]) }
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 30) > 0 else { return "\u{1B}" }
    _ = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    return "\0"
  }
}
