import Diagnostics
import Yams

/// Reads one YAML document and collects everything that is wrong with it, each with its line and column.
///
/// Scalars are texts as they are written: a version `1.10` stays one. Yams' own decoding is not used, because its
/// errors know no place and end at the first one.
final class YAMLReader {
  let path: String
  private(set) var problems: [CourseProblem] = []
  /// How many lines of the file come before the document.
  private let firstLine: Int

  init(path: String, firstLine: Int = 0) {
    self.path = path
    self.firstLine = firstLine
  }

  /// Calls the body with the fields at the root of the document, unless it cannot be read at all.
  func read(_ bytes: some Collection<UInt8>, keys: [String], _ body: (YAMLFields) -> Void) {
    guard let text = text(bytes) else { return }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return add(.data(.empty), at: nil) }
      // The anchors of nodes live as long as their parser.
      withExtendedLifetime(parser) {
        guard !refersElsewhere(root), let fields = fields(of: root, keys: keys) else { return }
        body(fields)
      }
    } catch {
      report(error)
    }
  }

  /// The fields of a mapping; unknown keys are reported, other nodes as well.
  func fields(of node: Node, keys: [String]) -> YAMLFields? {
    guard case .mapping(let mapping) = node else {
      report(.data(.wrongType(expected: "keys and their values")), at: node)
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report(.data(.wrongType(expected: "a key")), at: key)
        continue
      }
      if keys.contains(name) {
        values[name] = value
      } else {
        let nearest = NearestName.of(name, in: keys)
        report(.data(.unknownKey(name, nearest: nearest, known: keys)), at: key)
      }
    }
    return YAMLFields(reader: self, node: node, values: values)
  }

  func report(_ kind: CourseProblem.Kind, at node: Node?) {
    add(kind, at: node?.mark)
  }

  private func add(_ kind: CourseProblem.Kind, at mark: Mark?) {
    let position = mark.map { SourcePosition(line: $0.line + firstLine, column: $0.column) }
    problems.append(CourseProblem(kind, path: path, position: position))
  }

  private func text(_ bytes: some Collection<UInt8>) -> String? {
    let bytes = Array(bytes)
    do {
      return String(copying: try UTF8Span(validating: bytes.span))
    } catch {
      add(.data(.notText(byte: error.byteOffsets.lowerBound)), at: nil)
      return nil
    }
  }

  private func refersElsewhere(_ node: Node) -> Bool {
    guard node.anchor == nil, node.alias == nil else {
      report(.data(.reference), at: node)
      return true
    }
    switch node {
    case .mapping(let mapping): return mapping.contains { refersElsewhere($0.key) || refersElsewhere($0.value) }
    case .sequence(let sequence): return sequence.contains { refersElsewhere($0) }
    case .scalar, .alias: return false
    }
  }

  private func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(.data(.syntax(problem)), at: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      add(.data(.duplicateKey(duplicates.first ?? "")), at: context.mark)
    case .reader(let problem, _, _, _): add(.data(.syntax(problem)), at: nil)
    default: add(.data(.syntax("\(error)")), at: nil)
    }
  }
}
