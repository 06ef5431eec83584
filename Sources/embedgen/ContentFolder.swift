import Foundation

/// One file to compile in.
struct SourceContent {
  var name: String
  var bytes: [UInt8]
}

/// A folder or a file of the package and the name under which the program knows it.
struct ContentFolder {
  var name: String
  var path: String

  /// All files at or below the path, in no particular order; those whose names begin with a dot are files like any
  /// other.
  func files() throws(EmbeddingError) -> [SourceContent] {
    var found: [SourceContent] = []
    var pending = [(name: name, path: path)]
    while let next = pending.popLast() {
      switch try kind(of: next.path) {
      case .typeRegular: found.append(SourceContent(name: next.name, bytes: try text(next.path)))
      case .typeDirectory:
        for entry in try entries(of: next.path) {
          pending.append((name: "\(next.name)/\(entry)", path: "\(next.path)/\(entry)"))
        }
      default: throw .notAFile(path: next.path)
      }
    }
    return found
  }

  private func kind(of path: String) throws(EmbeddingError) -> FileAttributeType? {
    do {
      return try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  private func entries(of path: String) throws(EmbeddingError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  private func text(_ path: String) throws(EmbeddingError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .notText(path: path, offset: error.byteOffsets.lowerBound)
    }
    return bytes
  }
}
