import Diagnostics
import DockerfileSyntax

/// Paths, variables and ports with another value.
extension MutationOperator {
  static let breakPath = MutationOperator(id: "break-path", fault: "the path is another one") { specimen in
    specimen.sites.flatMap { site in
      specimen.paths(of: site).compactMap { path in
        guard let edit = specimen.breaking(path.word) else { return nil }
        return Fault(at: site, path.role, family: path.family, range: path.word.range, edits: [edit])
      }
    }
  }

  static let otherValue = MutationOperator(id: "other-value", fault: "the variable has another value") { specimen in
    specimen.variables.compactMap { site, pair in
      guard let value = pair.value else { return nil }
      let edit = Edit(value.range.offsets, specimen.otherValue(than: specimen.document.string(value)))
      let name = specimen.document.string(pair.name)
      return Fault(at: site, name, family: .environment, range: value.range, edits: [edit])
    }
  }

  static let dropPair = MutationOperator(id: "drop-pair", fault: "one of several is missing") { specimen in
    specimen.sites.flatMap { site -> [Fault] in
      guard let pairs = specimen.pairs(of: site), pairs.count > 1 else { return [] }
      return specimen.document.pairs[pairs.indices].map { pair in
        let range = pair.value.map { pair.name.range.union($0.range) } ?? pair.name.range
        let name = specimen.document.string(pair.name)
        let edit = specimen.removing(range)
        return Fault(at: site, name, family: site.family(in: specimen), range: range, edits: [edit])
      }
    }
  }

  static let otherPort = MutationOperator(id: "other-port", fault: "the port is another one") { specimen in
    specimen.sites.flatMap { site -> [Fault] in
      guard case .expose(let ports) = site.instruction else { return [] }
      return specimen.document[ports.words].map { word in
        let edit = Edit.insert("1", at: Int(word.range.lower))
        return Fault(at: site, specimen.document.string(word), family: .ports, range: word.range, edits: [edit])
      }
    }
  }
}

/// A word of an instruction that names a place in a file system.
private struct PathWord {
  var word: Word
  /// What it is to its instruction.
  var role: String
  var family: FaultFamily
}

extension Specimen {
  fileprivate func paths(of site: Site) -> [PathWord] {
    switch site.instruction {
    case .copy(let copy), .add(let copy):
      let isFromStage = document.flag("from", in: copy.flags) != nil
      // What is not in the build context stops the build itself.
      let sources = isFromStage ? Array(document[copy.sources]) : []
      return sources.enumerated().map { index, word in
        PathWord(word: word, role: index == 0 ? "source" : "source-\(index + 1)", family: .stages)
      } + [PathWord(word: copy.destination, role: "destination", family: .files)]
    case .workdir(let argument): return [PathWord(word: argument.word, role: "folder", family: .directory)]
    case .cmd, .entrypoint:
      return execWords(of: site).enumerated().filter { isPath($1) }.map { index, word in
        PathWord(word: word, role: "word-\(index + 1)", family: .start)
      }
    default: return []
    }
  }

  /// A file among the words of a command: something with a slash, or with an ending.
  private func isPath(_ word: Word) -> Bool {
    let text = document.string(word)
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), !text.contains(":"), !text.contains(" ") else {
      return false
    }
    let isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    return text.contains("/") || text.dropFirst().contains(".") && !isNumber
  }

  /// The last part of the path gets another name; a folder itself becomes one inside.
  fileprivate func breaking(_ word: Word) -> Edit? {
    let bytes = Array(document.bytes(word.text))
    let end = bytes.lastIndex { $0 != UInt8(ascii: "/") }.map { $0 + 1 } ?? 0
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let last = bytes[start..<end]
    guard !last.isEmpty, !last.elementsEqual("..".utf8) else { return nil }
    guard let range = exactRange(of: start..<end, in: word.text) else { return nil }
    if last.elementsEqual(".".utf8) { return Edit(range, "./elsewhere") }
    return .insert("x-", at: range.lowerBound)
  }

  fileprivate var variables: [(site: Site, pair: Pair)] {
    sites.flatMap { site -> [(site: Site, pair: Pair)] in
      guard case .env(let pairs) = site.instruction else { return [] }
      return document.pairs[pairs.pairs.indices].map { (site, $0) }
    }
  }

  fileprivate func pairs(of site: Site) -> Run32<Pair>? {
    switch site.instruction {
    case .env(let pairs), .label(let pairs), .arg(let pairs): pairs.pairs
    default: nil
    }
  }

  fileprivate func otherValue(than value: String) -> String {
    switch value {
    case "0": "1"
    case "1": "0"
    case "production": "development"
    case "true": "false"
    default: "other"
    }
  }
}
