import Foundation

/// Writes a Swift source that holds the files of the course, for the target `Content`.
///
/// Usage: `embedgen OUTPUT NAME=PATH…`. Each PATH is a folder or a file; its files are known as NAME and the path below
/// it.
@main
struct Embedgen {
  static func main() {
    do {
      try run(CommandLine.arguments.dropFirst())
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: ArraySlice<String>) throws(EmbeddingError) {
    guard let output = arguments.first else { throw .usage }
    var files: [SourceContent] = []
    for argument in arguments.dropFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { throw .usage }
      files += try ContentFolder(name: String(parts[0]), path: String(parts[1])).files()
    }
    let source = generatedSource(files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    do {
      try Data(source.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw .unwritable(path: output, reason: error.localizedDescription)
    }
  }
}
