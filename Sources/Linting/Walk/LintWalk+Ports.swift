import BuildModel
import Diagnostics
import DockerfileSyntax

extension LintWalk {
  mutating func checkPorts(_ list: Arguments, _ site: Site) throws(LintError) {
    // All are expanded before the first is looked at.
    var texts: [(text: String, word: Word)] = []
    for index in list.words.indices {
      let word = tables.words[index]
      let bytes = tables.bytes(word)
      if Self.isPlainPort(bytes) { continue }
      guard bytes.needsExpansion || bytes.contains(UInt8(ascii: "<")) else {
        texts.append((DockerText.string(bytes), word))
        continue
      }
      for text in try words(in: bytes, word, site) { texts.append((text, word)) }
    }
    for (text, word) in texts {
      do throws(PortSpecification.Invalid) {
        let port = try PortSpecification(text)
        checkPort(port, written: text, word, site)
        _ = try port.containerPorts()
      } catch {
        throw site.error(error.message, at: word.range)
      }
    }
  }

  private func words(in bytes: Bytes, _ word: Word, _ site: Site) throws(LintError) -> [String] {
    do throws(ExpansionError) {
      return try withUnsafePointer(to: variables) { (variables) throws(ExpansionError) in
        let lookup = ScopeLookup(variables: variables, scope: state.scope)
        return try Expansion(escape: escape).words(in: bytes, with: lookup)
      }
    } catch {
      throw site.error(error.dockerMessage, at: word.range)
    }
  }

  /// A number that is a port for sure, with or without `/tcp` or `/udp`.
  private static func isPlainPort(_ bytes: Bytes) -> Bool {
    var number = 0
    var index = 0
    while index < bytes.count, index < 5, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > 0, number <= 65535 else { return false }
    if index == bytes.count { return true }
    let rest = Bytes(rebasing: bytes[index...])
    return rest.equals("/tcp") || rest.equals("/udp")
  }
}
