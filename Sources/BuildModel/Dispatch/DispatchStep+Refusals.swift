package import DockerfileSyntax

/// What Docker finds out about the flags and sources of COPY, ADD and RUN only when it gets to them.
extension DispatchStep {
  /// The variables of all flags are expanded before anything else; `--chown` may hold any text.
  func expandFlags(_ copy: Copy, _ state: StageState) throws(BuildError) {
    for name in ["chown", "chmod", "checksum"] {
      if let word = document.flag(name, in: copy.flags)?.value { _ = try expanded(word, state) }
    }
  }

  func refuseMode(_ copy: Copy, _ state: StageState) throws(BuildError) {
    guard let word = document.flag("chmod", in: copy.flags)?.value else { return }
    let mode = try expanded(word, state)
    guard !mode.isEmpty, let message = FileMode.problem(mode) else { return }
    throw refusal(message, at: word.range)
  }

  func refuseSources(_ copy: Copy, _ sources: [String], isAdd: Bool, _ state: StageState) throws(BuildError) {
    let checksum = document.flag("checksum", in: copy.flags)?.value
    var origin = CopyOrigin(
      isAdd: isAdd,
      checksum: try checksum.map { (word) throws(BuildError) in try expanded(word, state) } ?? "",
      keepsGitFolder: document.flag("keep-git-dir", in: copy.flags).map { document.isOn($0) }
    )
    do throws(CopyOrigin.Refused) {
      try origin.checkChecksum(of: sources)
      for (index, source) in sources.enumerated() { _ = try origin.isPath(source, at: index) }
    } catch {
      let words = document[copy.sources]
      let word = error.source.map { words[words.startIndex + $0] } ?? checksum
      throw refusal(error.message, at: word?.range)
    }
  }

  /// A mount's stage stands before the RUN, and no mount covers the root.
  func refuse(_ mounts: [Mount], _ state: StageState) throws(BuildError) {
    for mount in mounts {
      if !mount.from.isEmpty, let index = dispatcher.graph.stage(named: mount.from), !isBuilt(index) {
        throw refusal(Mount.notYetBuilt(from: mount.from, target: mount.target), at: mount.range)
      }
      if let message = mount.problem(atDepth: PathText.depth(of: state.directory)) {
        throw refusal(message, at: mount.range)
      }
    }
  }

  /// Docker's stable syntax reads `--device` and then refuses it.
  func refuseDevices(_ run: Run) throws(BuildError) {
    guard let flag = document.flag("device", in: run.flags) else { return }
    throw refusal(BuildError.devices, at: flag.range)
  }
}

extension Document {
  /// A switch is on when it has no value.
  package func isOn(_ flag: Flag) -> Bool {
    guard let value = flag.value else { return true }
    return bytes(value.text).first.map { $0 | 0x20 } == UInt8(ascii: "t")
  }
}
