import Foundation

/// All that was measured in one run.
struct Report: Encodable {
  var corpora: [CorpusResult]?
  var shapes: ShapeReport?

  init(corpora: [CorpusResult]) { self.corpora = corpora }

  init(shapes: ShapeReport) { self.shapes = shapes }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  func text() -> String {
    ((corpora ?? []).map { $0.text() } + (shapes.map { [$0.text()] } ?? [])).joined(separator: "\n")
  }
}
