import Glibc

/// Reads files of strangers: never waits for a pipe or a device, never reads more than a limit.
package struct FileReader: Sendable {
  /// 16 MiB; Docker reads no longer Dockerfile either.
  package static let standardLimit = 16 << 20
  private static let pieceSize = 1 << 16

  package let limit: Int

  package init(limit: Int = standardLimit) {
    self.limit = max(0, limit)
  }

  package func read(_ submission: Submission) throws(ReadError) -> [UInt8] {
    switch submission.origin {
    case .file(let path): try read(path)
    case .found(let path): try read(path, flags: O_NOFOLLOW)
    case .standardInput: try read(descriptor: STDIN_FILENO, sizeHint: 0)
    case .unsearchable: throw .noSuchFile
    }
  }

  /// Reads a regular file, or says what else it is.
  package func read(_ path: FilePath) throws(ReadError) -> [UInt8] {
    try read(path, flags: 0)
  }

  private func read(_ path: FilePath, flags: Int32) throws(ReadError) -> [UInt8] {
    // Without O_NONBLOCK the system waits until somebody writes to a pipe.
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags) }
    guard descriptor >= 0 else { throw Self.openError(errno, flags: flags) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ReadError(errno: errno) }
    if let error = Self.refusal(of: status.st_mode) { throw error }
    guard status.st_size <= off_t(limit) else { throw .tooLarge(limit: limit) }
    return try read(descriptor: descriptor, sizeHint: Int(status.st_size))
  }

  private static func openError(_ code: Int32, flags: Int32) -> ReadError {
    switch code {
    case ELOOP where flags & O_NOFOLLOW != 0: .isLink
    // What opening a socket, or a device that is not there, gives.
    case ENXIO: .isSocket
    default: ReadError(errno: code)
    }
  }

  /// nil for a regular file.
  static func refusal(of mode: mode_t) -> ReadError? {
    switch mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: .isFolder
    case S_IFIFO: .isPipe
    case S_IFSOCK: .isSocket
    case S_IFLNK: .isLink
    default: .isDevice
    }
  }

  /// Reads to the end, but never more than one byte over the limit: files in /proc have no size, others grow.
  private func read(descriptor: Int32, sizeHint: Int) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint)
    var piece = [UInt8](repeating: 0, count: sizeHint > 0 ? min(sizeHint + 1, Self.pieceSize) : Self.pieceSize)
    while bytes.count <= limit {
      let wanted = min(piece.count, limit + 1 - bytes.count)
      let count = Glibc.read(descriptor, &piece, wanted)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw ReadError(errno: errno)
      }
      bytes += piece[..<count]
    }
    throw .tooLarge(limit: limit)
  }
}
