import Diagnostics
import DockerfileSyntax

/// A word as BuildKit's lexer makes it.
struct ExpandedBytes {
  var text: Bytes
  /// It used TARGETPLATFORM.
  var usesTargetPlatform = false
  /// It used other variables that have a value.
  var usesOthers = false
  /// The variables without a value.
  var unmatched: [String] = []
  var error: ExpansionError?

  /// There is something to tell about it.
  var isRemarkable: Bool { error != nil || !unmatched.isEmpty }
}

/// Variables for the lexer that knows all forms.
struct ScopeLookup: VariableLookup {
  let variables: UnsafePointer<VariableStore>
  let scope: Scope

  func value(of name: String) -> String? {
    var name = name
    return name.withUTF8 { variables.pointee.value(of: $0, in: scope).map { DockerText.string($0) } }
  }
}

extension LintWalk {
  /// The text of a word of an instruction; unset variables are reported.
  @inline(__always)
  mutating func expanded(_ word: Word, _ scope: Scope, _ site: Site) throws(LintError) -> Bytes {
    let bytes = tables.bytes(word)
    return bytes.needsExpansion ? try replaced(bytes, word, scope, site) : bytes
  }

  @inline(never)
  private mutating func replaced(_ bytes: Bytes, _ word: Word, _ scope: Scope, _ site: Site) throws(LintError) -> Bytes
  {
    if let text = PlainExpansion.quoted(bytes) { return text }
    var plain = PlainExpansion(bytes, escape: escape, scope: scope)
    if let text = plain.run(variables) {
      try refuseTooMuch(word, site)
      return text
    }
    let found = wholly(bytes, scope)
    reportUndefined(found.unmatched, in: word, scope, site)
    if let error = found.error { throw site.error(error.dockerMessage, at: word.range) }
    try refuseTooMuch(word, site)
    return found.text
  }

  /// By the lexer that knows all forms.
  func wholly(_ bytes: Bytes, _ scope: Scope, _ expansion: Expansion? = nil) -> ExpandedBytes {
    do throws(ExpansionError) {
      let expansion = expansion ?? Expansion(escape: escape)
      let word = try withUnsafePointer(to: variables) { (variables) throws(ExpansionError) in
        try expansion.expand(bytes, with: ScopeLookup(variables: variables, scope: scope))
      }
      return ExpandedBytes(
        text: variables.arena.keep(word.text),
        usesTargetPlatform: word.matched.contains("TARGETPLATFORM"),
        usesOthers: word.matched.contains { $0 != "TARGETPLATFORM" },
        unmatched: word.unmatched
      )
    } catch {
      return ExpandedBytes(text: .none, unmatched: error.unmatched, error: error)
    }
  }

  /// No machine has the memory for what the words ask for.
  @inline(__always)
  func refuseTooMuch(_ word: Word, _ site: Site) throws(LintError) {
    if variables.arena.isExhausted { throw site.error("the text grows too large", at: word.range) }
  }

  /// The nearest of the names that are known at a place; a file that asks for very many gets none after a while.
  mutating func nearest(to name: String, _ scope: Scope, declaredToo: Bool = true) -> String? {
    guard name.utf8.count <= 64, hintEffort < Self.hintLimit else { return nil }
    let candidates = variables.candidates(in: scope, declaredToo: declaredToo)
    hintEffort += candidates.count
    let length = name.utf8.count
    let near = candidates.lazy.filter { abs($0.count - length) <= 8 }.map { DockerText.string($0) }
    // An ENV whose name expands to nothing makes a nameless variable.
    return DockerText.nearest(to: name, among: near).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// How many names may be compared in all.
  private static var hintLimit: Int { 100_000 }
}
