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
  ///
  /// - Parameter tree: the document of these bytes, where it is known already.
  func read(_ bytes: some Collection<UInt8>, tree: YAMLTree? = nil, keys: [String], _ body: (YAMLFields) -> Void) {
    guard let root = tree?.root ?? document(bytes), let fields = fields(of: root, keys: keys) else { return }
    body(fields)
  }

  /// The fields of a mapping; unknown keys are reported, other nodes as well.
  func fields(of node: YAMLNode, keys: [String]) -> YAMLFields? {
    guard case .mapping(let pairs) = node.content else {
      report(.data(.wrongType(expected: "keys and their values")), at: node)
      return nil
    }
    var values: [String: YAMLNode] = [:]
    values.reserveCapacity(pairs.count)
    for pair in pairs {
      guard case .scalar(let name, _) = pair.key.content else {
        report(.data(.wrongType(expected: "a key")), at: pair.key)
        continue
      }
      if keys.contains(name) {
        values[name] = pair.value
      } else {
        report(.data(.unknownKey(name, nearest: NearestName.of(name, in: keys), known: keys)), at: pair.key)
      }
    }
    return YAMLFields(reader: self, node: node, values: values)
  }

  func report(_ kind: CourseProblem.Kind, at node: YAMLNode) {
    add(kind, at: node.position)
  }

  /// For what is said of a whole line.
  func report(_ kind: CourseProblem.Kind, line: Int) {
    add(kind, at: SourcePosition(line: line, column: 1))
  }

  private func add(_ kind: CourseProblem.Kind, at position: SourcePosition?) {
    problems.append(CourseProblem(kind, path: path, position: position))
  }

  private func document(_ bytes: some Collection<UInt8>) -> YAMLNode? {
    guard let text = text(bytes) else { return nil }
    do {
      if let root = try YAMLNode.document(text, firstLine: firstLine) { return root }
      add(.data(.empty), at: nil)
    } catch let reference as YAMLNode.Reference {
      add(.data(.reference), at: reference.position)
    } catch {
      report(error)
    }
    return nil
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

  private func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(.data(.syntax(problem)), at: position(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      add(.data(.duplicateKey(duplicates.first ?? "")), at: position(context.mark))
    case .reader(let problem, _, _, _): add(.data(.syntax(problem)), at: nil)
    default: add(.data(.syntax("\(error)")), at: nil)
    }
  }

  private func position(_ mark: Mark) -> SourcePosition {
    SourcePosition(line: mark.line + firstLine, column: mark.column)
  }
}
