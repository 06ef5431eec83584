import Diagnostics
import DockerfileSyntax

/// Instructions that are missing, in the wrong order, or there in words alone.
extension MutationOperator {
  static let drop = MutationOperator(id: "drop", fault: "the instruction is missing") { specimen in
    specimen.plainSites.map { site in
      Fault(at: site, family: site.family(in: specimen), edits: [Edit(specimen.lines(of: site))])
    }
  }

  static let swap = MutationOperator(id: "swap", fault: "it stands below its neighbour") { specimen in
    zip(specimen.sites, specimen.sites.dropFirst()).compactMap { first, second in
      guard first.stage == second.stage, let family = Order(specimen).fault(ifSwapped: first, second) else {
        return nil
      }
      let upper = specimen.lines(of: first)
      let lower = specimen.lines(of: second)
      let isLast = specimen.text(lower).last != UInt8(ascii: "\n")
      let moved = specimen.text(lower) + (isLast ? [UInt8(ascii: "\n")] : [])
      let edits = [Edit(upper, moved), Edit(lower, specimen.text(upper))]
      return Fault(at: first, family: family.family, range: first.node.range.union(second.node.range), edits: edits)
    }
  }

  static let comment = MutationOperator(id: "comment", fault: "it is only a comment") { specimen in
    specimen.plainSites.map { site in
      let lines = specimen.lines(of: site)
      var text = Array("# ".utf8)
      for byte in specimen.text(lines).dropLast() {
        text.append(byte)
        if byte == UInt8(ascii: "\n") { text += Array("# ".utf8) }
      }
      return specimen.words(text + [UInt8(ascii: "\n")], insteadOf: site)
    }
  }

  static let echo = MutationOperator(id: "echo", fault: "it is only printed") { specimen in
    specimen.speakableSites.map { site in
      let words = specimen.wordsInOneLine(of: site).filter { $0 != UInt8(ascii: "'") }
      return specimen.words(Array("RUN echo '".utf8) + words + Array("'\n".utf8), insteadOf: site)
    }
  }

  static let label = MutationOperator(id: "label", fault: "it only stands in a label") { specimen in
    specimen.speakableSites.map { site in
      let special = Set("\"\\$'".utf8)
      let words = specimen.wordsInOneLine(of: site).filter { !special.contains($0) }
      return specimen.words(Array("LABEL note=\"".utf8) + words + Array("\"\n".utf8), insteadOf: site)
    }
  }
}

extension Specimen {
  /// All but FROM.
  fileprivate var plainSites: [Site] {
    sites.filter { if case .from = $0.instruction { false } else { true } }
  }

  /// Those that one line can say, inside a stage.
  fileprivate var speakableSites: [Site] {
    plainSites.filter { $0.stage != nil && $0.node.heredocs.isEmpty }
  }

  fileprivate func words(_ text: [UInt8], insteadOf site: Site) -> Fault {
    Fault(at: site, family: site.family(in: self), edits: [Edit(lines(of: site), text)], sameAs: "drop")
  }

  /// Continuation lines joined.
  fileprivate func wordsInOneLine(of site: Site) -> [UInt8] {
    document.bytes(site.node.original).map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
  }
}
