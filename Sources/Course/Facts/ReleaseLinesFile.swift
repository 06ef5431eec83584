package import BuildModel
package import Diagnostics

/// Reads `release-lines.yml`.
package enum ReleaseLinesFile {
  package static func read(_ file: SourceFile, tree: YAMLTree? = nil) throws(CourseError) -> [ReleaseLine] {
    let reader = YAMLReader(path: file.path)
    var lines: [ReleaseLine] = []
    reader.read(file.bytes, tree: tree, keys: ["format", "date", "products"]) { fields in
      fields.checkFormat()
      _ = fields.date("date")
      for node in fields.list("products") {
        let keys = ["repository", "successor", "lines", "date", "source"]
        if let product = reader.fields(of: node, keys: keys) { lines += self.lines(product) }
      }
    }
    guard reader.problems.isEmpty else { throw .problems(reader.problems) }
    return lines
  }

  private static func lines(_ product: YAMLFields) -> [ReleaseLine] {
    let repository = product.text("repository") ?? ""
    let successor = product.text("successor") ?? ""
    _ = product.date("date")
    _ = product.text("source")
    return product.entries("lines").compactMap { line, node in
      guard case .mapping = node.content else {
        return product.date(node).map {
          ReleaseLine(repository: repository, line: line, endOfLife: $0, successor: successor)
        }
      }
      guard let fields = product.reader.fields(of: node, keys: ["end-of-life", "successor"]) else { return nil }
      guard let end = fields.date("end-of-life"), let own = fields.text("successor") else { return nil }
      return ReleaseLine(repository: repository, line: line, endOfLife: end, successor: own)
    }
  }
}
