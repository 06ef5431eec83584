import BuildModel
import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// COPY and ADD: everything is expanded before anything is judged.
  mutating func dispatch(_ copy: Copy, isAdd: Bool, _ site: Site) throws(LintError) {
    var flags = CopyFlags()
    if !copy.flags.isEmpty { flags = try expandedFlags(copy, isAdd: isAdd, site) }
    sources.truncate(to: 0)
    var mayBeRemote = false
    for index in copy.sources.indices {
      let text = try expanded(tables.words[index], state.scope, site)
      if text.mayBeRemote, !(isAdd && CopyOrigin.isPlainWeb(text)) { mayBeRemote = true }
      sources.append(text)
    }
    let destination = try expanded(copy.destination, state.scope, site)
    if !copy.heredocs.isEmpty { try expandHeredocs(copy, site) }
    // Most files have no such place at all.
    if hasForwardLinks, let from = flags.from { try refuseLaterStage(from, site) }
    if state.isWindows { try refuseWindowsPath(destination, "removing drive letter: ", copy.destination, site) }
    if let mode = flags.mode, !mode.text.isEmpty, let problem = FileMode.problem(DockerText.string(mode.text)) {
      throw site.error(problem, at: mode.word.range)
    }
    let readsContext = options.isIgnored != nil && flags.from == nil
    // A plain path has nothing else to say.
    guard mayBeRemote || flags.checksum != nil || readsContext || state.isWindows else { return }
    try checkSources(copy, flags, isAdd: isAdd, readsContext: readsContext, site)
  }

  /// The flags that matter here, expanded.
  private struct CopyFlags {
    struct Value {
      let word: Word
      let text: Bytes
    }

    var mode: Value?
    var checksum: Value?
    /// Not empty.
    var from: Word?
    var keepsGitFolder: Bool?
  }

  /// In BuildKit's order, which isn't that of the line.
  private mutating func expandedFlags(
    _ copy: Copy,
    isAdd: Bool,
    _ site: Site
  ) throws(LintError) -> CopyFlags {
    var flags = CopyFlags()
    if let word = tables.value(of: "chown", in: copy.flags) { _ = try expanded(word, state.scope, site) }
    if let word = tables.value(of: "chmod", in: copy.flags) {
      flags.mode = CopyFlags.Value(word: word, text: try expanded(word, state.scope, site))
    }
    if isAdd {
      if let word = tables.value(of: "checksum", in: copy.flags) {
        let text = try expanded(word, state.scope, site)
        if !text.isEmpty { flags.checksum = CopyFlags.Value(word: word, text: text) }
      }
      let keeps = copy.flags.indices.first { tables.bytes(tables.flags[$0].name).equals("keep-git-dir") }
      flags.keepsGitFolder = keeps.map { tables.document.isOn(tables.flags[$0]) }
    } else if let word = tables.value(of: "from", in: copy.flags), !word.text.isEmpty {
      flags.from = word
    }
    return flags
  }

  private mutating func expandHeredocs(_ copy: Copy, _ site: Site) throws(LintError) {
    let document = tables.document
    for heredoc in document[copy.heredocs] where heredoc.expands {
      let content = tables.bytes(heredoc.content)
      guard content.contains(UInt8(ascii: "$")) || content.contains(UInt8(ascii: "\\")) else { continue }
      let word = Word(text: heredoc.content, range: document.range(of: heredoc.content))
      let bytes = document.content(of: heredoc)
      let found = bytes.withUnsafeBufferPointer {
        wholly($0, state.scope, Expansion(options: .skipProcessQuotes))
      }
      reportUndefined(found.unmatched, in: word, state.scope, site)
      if let error = found.error { throw site.error(error.dockerMessage, at: word.range) }
      try refuseTooMuch(word, site)
    }
  }

  /// A stage takes files only from one that stands before it.
  private func refuseLaterStage(_ from: Word, _ site: Site) throws(LintError) {
    let name = tables.bytes(from)
    let source: Int?
    if let number = Self.number(name) {
      source = number < stages.count ? number : nil
    } else {
      source = stageNames.stage(inAnyCase: name)
    }
    guard let source, !stages[source].isDispatched else { return }
    let own = tables.name(state.index)
    let stage = own.isEmpty ? "stage-\(state.index)" : DockerText.string(own)
    let message =
      "cannot copy from stage \(DockerText.quoted(name)), it needs to be defined before current stage "
      + DockerText.quoted(stage.utf8)
    throw site.error(message, at: from.range)
  }

  private mutating func checkSources(
    _ copy: Copy,
    _ flags: CopyFlags,
    isAdd: Bool,
    readsContext: Bool,
    _ site: Site
  ) throws(LintError) {
    var origin = CopyOrigin(
      isAdd: isAdd,
      checksum: flags.checksum.map { DockerText.string($0.text) } ?? "",
      keepsGitFolder: flags.keepsGitFolder
    )
    do throws(CopyOrigin.Refused) {
      try origin.checkChecksum(of: sources.elements.map { DockerText.string($0) })
    } catch {
      throw site.error(error.message, at: flags.checksum?.word.range)
    }
    for (position, index) in copy.sources.indices.enumerated() {
      let word = tables.words[index]
      let isPath: Bool
      do throws(CopyOrigin.Refused) {
        isPath = try origin.isPath(DockerText.string(sources[position]), at: position)
      } catch {
        throw site.error(error.message, at: error.source == nil ? flags.checksum?.word.range ?? word.range : word.range)
      }
      guard isPath else { continue }
      if readsContext { checkIgnored(sources[position], isAdd: isAdd, word, site) }
      if state.isWindows {
        try refuseWindowsPath(sources[position], "removing drive letter: removing drive letter: ", word, site)
      }
    }
  }

  private func refuseWindowsPath(_ path: Bytes, _ prefix: String, _ word: Word, _ site: Site) throws(LintError) {
    guard let problem = WindowsPath(DockerText.string(path)).problem else { return }
    throw site.error(prefix + problem, at: word.range)
  }
}
