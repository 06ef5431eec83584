/// Why the course cannot be compiled in.
enum EmbeddingError: Error, CustomStringConvertible {
  case usage
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  case notText(path: String, offset: Int)
  case notAFile(path: String)

  var description: String {
    switch self {
    case .usage: "usage: embedgen OUTPUT NAME=PATH…"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
    case .notText(let path, let offset): "\(path): byte \(offset) is not UTF-8; only text can be part of the course"
    case .notAFile(let path): "\(path): neither a file nor a folder; links cannot be part of the course"
    }
  }
}
