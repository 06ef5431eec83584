import Glibc
import Synchronization

/// Turns the signals that end a program into the end of one task, so that what it began can be taken away first.
package enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// Where the handler writes; -1 while nobody listens.
  private static let pipe = Atomic<Int32>(-1)
  /// The first signal that came.
  private static let received = Atomic<Int32>(0)

  /// Runs a task that a signal cancels.
  ///
  /// When the task has ended after a signal, the program ends by that very signal, as its parent expects.
  package static func guarding<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return try await body() }
    let (reader, writer) = (ends[0], ends[1])
    // No program that is started meanwhile holds them open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipe.store(writer, ordering: .sequentiallyConsistent)
    let task = Task { try await body() }
    listen(reader) { task.cancel() }
    var before: [sighandler_t?] = []
    for signal in signals { before.append(Glibc.signal(signal, handler)) }
    let result = await task.result
    for (signal, old) in zip(signals, before) { _ = Glibc.signal(signal, old) }
    pipe.store(-1, ordering: .sequentiallyConsistent)
    close(writer)
    let signal = received.exchange(0, ordering: .sequentiallyConsistent)
    if signal != 0 { leave(by: signal) }
    return try result.get()
  }

  /// Only what may be done in a handler: note the signal, wake the listener.
  private static let handler: @convention(c) (Int32) -> Void = { signal in
    let saved = errno
    _ = Interruption.received.compareExchange(expected: 0, desired: signal, ordering: .sequentiallyConsistent)
    var byte: UInt8 = 1
    _ = write(Interruption.pipe.load(ordering: .sequentiallyConsistent), &byte, 1)
    errno = saved
  }

  /// A thread of its own, for it does nothing but wait; it ends when the other side is closed.
  private static func listen(_ reader: Int32, _ wake: @escaping @Sendable () -> Void) {
    let listener = Unmanaged.passRetained(Listener(reader, wake)).toOpaque()
    var thread = pthread_t()
    let failed = pthread_create(
      &thread,
      nil,
      { listener in
        guard let listener else { return nil }
        Unmanaged<Listener>.fromOpaque(listener).takeRetainedValue().run()
        return nil
      },
      listener
    )
    if failed == 0 { pthread_detach(thread) } else { Unmanaged<Listener>.fromOpaque(listener).release() }
  }

  private static func leave(by signal: Int32) -> Never {
    _ = Glibc.signal(signal, SIG_DFL)
    // Threads that run tasks keep signals out.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, signal)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(signal)
    exit(128 + signal)
  }
}

/// Waits for a byte.
private final class Listener: Sendable {
  private let reader: Int32
  private let wake: @Sendable () -> Void

  init(_ reader: Int32, _ wake: @escaping @Sendable () -> Void) {
    self.reader = reader
    self.wake = wake
  }

  func run() {
    var byte: UInt8 = 0
    while true {
      let count = read(reader, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count == 1 {
        wake()
        continue
      }
      close(reader)
      return
    }
  }
}
