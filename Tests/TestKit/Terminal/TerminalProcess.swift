import Glibc

/// A program on a pseudo-terminal: types keys, watches the screen, changes its size.
package final class TerminalProcess {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  private static let patience = 60.0
  private static let newSession: Int16 = 0x80

  private let master: Int32
  private let process: pid_t
  private var status: Int32?
  private var emulator: ScreenEmulator
  /// Everything that the program sent.
  package private(set) var transcript: [UInt8] = []

  /// - Parameters:
  ///   - environment: all that the program gets.
  ///   - folder: its working directory.
  package init(
    _ program: String,
    _ arguments: [String] = [],
    environment: [String: String],
    folder: String,
    columns: Int = 80,
    rows: Int = 24
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0, let name = ttyname(slave) else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    defer { close(slave) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    self.master = master
    emulator = ScreenEmulator(columns: columns, rows: rows)
    let command = ["env", "-C", folder, program] + arguments
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    process = try Self.spawn("/usr/bin/env", command, variables, terminal: String(cString: name))
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// A session of its own, whose controlling terminal is the first one that it opens.
  private static func spawn(
    _ path: String,
    _ arguments: [String],
    _ environment: [String],
    terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession)
    var process: pid_t = 0
    let (arguments, environment) = (arguments.map { strdup($0) }, environment.map { strdup($0) })
    defer { for text in arguments + environment { free(text) } }
    let result = posix_spawn(&process, path, &actions, &attributes, arguments + [nil], environment + [nil])
    guard result == 0 else { throw Failure(description: "cannot start \(path): \(String(cString: strerror(result)))") }
    return process
  }

  /// What the screen shows now.
  package var screen: String { emulator.text }

  /// The line that the cursor is on.
  package var currentLine: String { emulator.currentLine }

  package func type(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  package func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    emulator.resize(columns: columns, rows: rows)
  }

  package func send(signal: Int32) {
    kill(process, signal)
  }

  /// Waits until something holds of the screen; throws with the screen when it does not come about.
  package func wait(_ what: String, until holds: (TerminalProcess) -> Bool) throws {
    let deadline = Self.now + Self.patience
    while !holds(self) {
      guard Self.now < deadline else { throw Failure(description: "no \(what) on this screen:\n\(screen)") }
      if !read(for: 0.05), status != nil, !holds(self) {
        throw Failure(description: "the program ended without \(what):\n\(screen)")
      }
    }
  }

  /// Waits until the screen shows a text.
  package func wait(for text: String) throws {
    try wait(text.debugDescription) { $0.screen.contains(text) }
  }

  /// Waits until the line with the cursor is this one: a prompt, with what was typed.
  package func wait(forLine line: String) throws {
    try wait("line \(line.debugDescription)") { $0.currentLine == line }
  }

  /// Waits for the end of the program. Returns its exit status, or 128 and the number of the signal that killed it.
  package func end() throws -> Int32 {
    try wait("end") { process in
      process.status != nil
    }
    while read(for: 0.01) {}
    let status = status ?? 0
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Whether the terminal echoes and collects lines, as a shell wants it.
  package var isCooked: Bool {
    var settings = termios()
    tcgetattr(master, &settings)
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  /// Whether something was read.
  private func read(for seconds: Double) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    if poll(&waiting, 1, Int32(seconds * 1000)) > 0, waiting.revents & Int16(POLLIN) != 0 {
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = Glibc.read(master, &chunk, chunk.count)
      if count > 0 {
        transcript += chunk[..<count]
        emulator.feed(chunk[..<count])
        return true
      }
    }
    var status: Int32 = 0
    if self.status == nil, waitpid(process, &status, WNOHANG) == process { self.status = status }
    return false
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
