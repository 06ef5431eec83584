import Glibc

/// A place that takes bytes: all of them, or the program says why not.
struct Destination {
  static let standardOutput = Destination(descriptor: STDOUT_FILENO, name: "to standard output")

  private let descriptor: Int32
  private let name: String

  /// Creates a file, or empties the one that is there.
  static func write(_ bytes: [UInt8], toFile path: String) throws {
    // A pipe that nobody reads would be waited for.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK, 0o644)
    let file = Destination(descriptor: descriptor, name: path)
    guard descriptor >= 0 else { throw file.failure }
    do {
      try file.write(bytes)
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw file.failure }
  }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        waitUntilReady()
        continue
      }
      guard count > 0 else { throw failure }
      rest = rest.dropFirst(count)
    }
  }

  /// A pipe whose reader is slow.
  private func waitUntilReady() {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&waiting, 1, -1)
  }

  /// What the last call of the system says.
  private var failure: OutputError {
    OutputError(description: "cannot write \(name): \(String(cString: strerror(errno)))")
  }
}
