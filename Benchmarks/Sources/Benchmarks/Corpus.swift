import DockerfileSyntax
import Foundation

/// Dockerfiles in memory, in the order of their paths.
struct Corpus {
  struct File {
    let path: String
    let bytes: [UInt8]
  }

  let name: String
  let files: [File]

  var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }
}

extension Corpus {
  /// Every file below a folder that has Dockerfile or Containerfile in its name; a file is a corpus of its own.
  init(folder: String) throws {
    name = folder
    let root = URL(filePath: folder)
    let values = try root.resourceValues(forKeys: [.isRegularFileKey])
    let paths = values.isRegularFile == true ? [root.path] : try Self.files(below: root)
    files = try paths.sorted().map { File(path: $0, bytes: Array(try Data(contentsOf: URL(filePath: $0)))) }
    guard !files.isEmpty else { throw BenchmarkError("no Dockerfile below \(folder)") }
  }

  private static func files(below root: URL) throws -> [String] {
    var paths: [String] = []
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    while let url = found?.nextObject() as? URL {
      let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
      let name = url.lastPathComponent.lowercased()
      if isFile, name.contains("dockerfile") || name.contains("containerfile") { paths.append(url.path) }
    }
    return paths
  }
}

/// What keeps the benchmark from measuring.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Generated Dockerfiles in a temporary folder, where other programs find them too.
struct GeneratedFolder {
  private let folder: URL
  let corpus: Corpus

  init(files count: Int, seed: UInt64) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "stagecraft-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var files: [Corpus.File] = []
    for index in 0..<count {
      var generator = DockerfileGenerator(seed: seed &+ UInt64(index))
      let path = folder.appending(path: "\(index).Dockerfile").path
      let bytes = Array(generator.dockerfile().utf8)
      if let problem = Document(parsing: bytes).problems.first {
        throw BenchmarkError("seed \(seed &+ UInt64(index)) makes a file that is refused: \(problem.dockerMessage)")
      }
      try Data(bytes).write(to: URL(filePath: path))
      files.append(Corpus.File(path: path, bytes: bytes))
    }
    corpus = Corpus(name: "generated, seed \(seed)", files: files)
  }

  func remove() {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      FileHandle.standardError.write(Data("Benchmarks: \(folder.path) is still there: \(error)\n".utf8))
    }
  }
}
