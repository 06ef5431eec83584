import CReadline
import Glibc

/// Turns the signals that a prompt cares for into something to wait for beside the keys.
///
/// The signals are blocked while it exists, so that none comes between asking and reading.
final class SignalWatch {
  /// -1 where the system gives none; signals then act as usual.
  let descriptor: Int32
  private var before = sigset_t()

  init() {
    var watched = sigset_t()
    sigemptyset(&watched)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGWINCH] { sigaddset(&watched, signal) }
    descriptor = sc_signal_descriptor(&watched)
    if descriptor >= 0 { pthread_sigmask(SIG_BLOCK, &watched, &before) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    close(descriptor)
  }

  /// The next signal that came; nil when there is none.
  func next() -> Int32? {
    let signal = sc_next_signal(descriptor)
    return signal == 0 ? nil : signal
  }

  enum Ready {
    case key
    case signal(Int32)
  }

  /// Waits for a key on standard input or for a signal.
  func wait() -> Ready {
    while true {
      if let signal = next() { return .signal(signal) }
      var waiting = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), -1)
      if count < 0, errno != EINTR { return .key }
      if waiting[1].revents == 0, waiting[0].revents != 0 { return .key }
    }
  }
}
