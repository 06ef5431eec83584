import DockerfileSyntax

/// What Docker finds out about the flags and sources of COPY, ADD and RUN only when it gets to them.
extension DispatchStep {
  /// `--chown` may hold any text, as long as its variables can be expanded.
  func refuseOwner(_ copy: Copy, _ state: StageState) throws(BuildError) {
    if let word = document.flag("chown", in: copy.flags)?.value { _ = try expanded(word, state) }
  }

  /// `--chmod` is octal, at most 07777, or symbolic.
  func refuseMode(_ copy: Copy, _ state: StageState) throws(BuildError) {
    guard let word = document.flag("chmod", in: copy.flags)?.value else { return }
    let mode = try expanded(word, state)
    guard !mode.isEmpty, mode.allSatisfy(\.isNumber) else { return }
    if let number = UInt32(mode, radix: 8), number <= 0o7777 { return }
    let message = "invalid chmod parameter: '\(mode)'. it should be octal string and between 0 and 07777"
    throw refusal(message, at: word.range)
  }

  func refuseSources(_ copy: Copy, _ sources: [String], isAdd: Bool, _ state: StageState) throws(BuildError) {
    if let flag = document.flag("checksum", in: copy.flags), let word = flag.value, !word.text.isEmpty {
      _ = try expanded(word, state)
      guard sources.count == 1 else {
        throw refusal("checksum can't be specified for multiple sources", at: word.range)
      }
      guard Self.isRemote(sources[0]) || Self.isRepository(sources[0]) else {
        throw refusal("checksum requires HTTP(S) or Git sources", at: word.range)
      }
    }
    if !isAdd, let index = sources.firstIndex(where: Self.isRemote) {
      throw refusal("source can't be a URL for COPY", at: document[copy.sources].dropFirst(index).first?.range)
    }
  }

  private static func isRemote(_ source: String) -> Bool {
    source.hasPrefix("http://") || source.hasPrefix("https://")
  }

  private static func isRepository(_ source: String) -> Bool {
    source.hasPrefix("git@") || source.hasPrefix("git://") || source.hasPrefix("ssh://")
  }

  /// A mount's stage stands before the RUN, and no mount covers the root.
  func refuse(_ mounts: [Mount], _ state: StageState) throws(BuildError) {
    for mount in mounts {
      if !mount.from.isEmpty, let index = dispatcher.graph.stage(named: mount.from), dispatcher.states[index] == nil {
        throw refusal(
          "cannot mount from stage \"\(mount.from)\" to \"\(mount.target)\", "
            + "stage needs to be defined before current command",
          at: mount.range
        )
      }
      guard mount.type != .secret, mount.type != .ssh else { continue }
      if PathText.join(state.directory, mount.target.isEmpty ? "." : mount.target) == "/" {
        throw refusal("invalid mount target \"/\"", at: mount.range)
      }
    }
  }
}
