package import Diagnostics
import Glibc

/// Standard output: how wide it is, how it may be dressed, and the writing itself.
package struct Screen: Sendable {
  package let style: Style
  /// Whether there are a screen and a keyboard, so that one can prompt, edit lines and turn pages.
  package let isInteractive: Bool
  private let descriptor: Int32

  package init(style: Style, isInteractive: Bool, descriptor: Int32 = STDOUT_FILENO) {
    self.style = style
    self.isInteractive = isInteractive
    self.descriptor = descriptor
  }

  /// What standard input and output are, and what the environment asks for: `TERM=dumb` and `NO_COLOR` are obeyed.
  package static func standard() -> Screen {
    useUTF8()
    let hasScreen = isatty(STDOUT_FILENO) == 1
    let isDumb = variable("TERM").map { $0 == "dumb" } ?? true
    let style: Style =
      if !hasScreen || isDumb {
        .plain
      } else {
        variable("NO_COLOR") == nil ? .coloured : .uncoloured
      }
    return Screen(style: style, isInteractive: hasScreen && isatty(STDIN_FILENO) == 1)
  }

  /// A variable of the environment; empty ones count as absent.
  package static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Columns: `COLUMNS`, else the terminal's, else 80.
  package var width: Int {
    if let columns = Self.variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    return size.map { Int($0.ws_col) } ?? 80
  }

  /// Lines of the terminal, else 24.
  package var height: Int { size.map { Int($0.ws_row) } ?? 24 }

  package var typesetter: Typesetter { Typesetter(style: style, width: width) }

  private var size: winsize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
    return size
  }

  package func write(_ text: String) {
    Self.write(text, to: descriptor)
  }

  /// Writes all of it; what cannot be written is nobody's to read any more.
  package static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Readline counts columns by the locale; without one the terminal is taken to speak UTF-8, as nearly all do.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    let isUTF8 = nl_langinfo(Int32(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
    if !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
