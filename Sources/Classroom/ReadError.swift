import Glibc

/// Why a submission could not be read.
package enum ReadError: Error, Hashable, Sendable {
  case noSuchFile
  case isFolder
  case isPipe
  case isDevice
  case isSocket
  case isLink
  case tooLarge(limit: Int)
  case noSubmissions
  /// What the system says.
  case system(Int32)

  init(errno code: Int32) {
    switch code {
    case ENOENT: self = .noSuchFile
    default: self = .system(code)
    }
  }

  /// One line for people.
  package var message: String {
    switch self {
    case .noSuchFile: "no such file"
    case .isFolder: "it is a folder"
    case .isPipe: "it is a named pipe, not a file"
    case .isDevice: "it is a device, not a file"
    case .isSocket: "it is a socket, not a file"
    case .isLink: "it is a symbolic link; links in folders are not followed"
    case .tooLarge(let limit): "it is larger than \(Self.size(limit)); --max-size sets another limit"
    case .noSubmissions:
      "no Dockerfile in this folder: neither Dockerfile, Dockerfile.*, *.Dockerfile nor Containerfile, at any depth"
    case .system(let code): strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
