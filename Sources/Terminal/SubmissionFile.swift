import Glibc
import Session

/// Reads a learner's file without ever waiting for it.
enum SubmissionFile {
  static let limit = 16 * 1_048_576

  static func bytes(_ path: String) throws(UnreadableFile) -> [UInt8] {
    // A pipe would make a plain open wait for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .failed(reason) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failed(reason) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
    return try contents(descriptor)
  }

  private static func contents(_ descriptor: Int32) throws(UnreadableFile) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .failed(reason) }
      if count == 0 { return bytes }
      bytes += chunk.prefix(count)
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
