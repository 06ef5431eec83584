import DockerfileSyntax
import Synchronization

/// A reader with its working memory, kept from one file to the next. Who finds it taken makes one of its own, so that
/// many can read at once.
final class SpareReader: Sendable {
  /// One owner has it at a time.
  private struct Owned: ~Copyable, @unchecked Sendable {
    var reader = DocumentReader()
  }
  private let spare = Mutex<Owned?>(nil)

  func read(_ bytes: [UInt8]) -> Document {
    var owned = spare.withLock { $0.take() } ?? Owned()
    let document = owned.reader.read(bytes)
    var used: Owned? = consume owned
    spare.withLock { $0 = used.take() }
    return document
  }
}
