import BuildModel
import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// RUN with flags: its mounts, where they come from, and what the stable syntax doesn't know.
  mutating func dispatch(_ run: Run, _ site: Site) throws(LintError) {
    if tables.value(of: "mount", in: run.flags) != nil { try checkMounts(of: run, site) }
    if let index = run.flags.indices.first(where: { tables.bytes(tables.flags[$0].name).equals("device") }) {
      throw site.error(BuildError.devices, at: tables.flags[index].range)
    }
  }

  private mutating func checkMounts(of run: Run, _ site: Site) throws(LintError) {
    if arePlain(run) {
      if hasForwardLinks { try checkPlainMounts(of: run, site) }
      return
    }
    let mounts = try mounts(of: run, site)
    // Which stages they come from was settled before their variables were known.
    let written = tables.document.unresolvedMounts(of: run)
    for (mount, written) in zip(mounts, written) {
      if !mount.from.isEmpty || mount.type == .cache {
        var name = written.from.isEmpty ? "scratch" : written.from
        let source = name.withUTF8 { stageNames.stage(inAnyCase: $0) }
        if let source, !stages[source].isDispatched {
          // A cache without a name starts from nothing.
          let from = mount.from.isEmpty ? "scratch" : mount.from
          throw site.error(Mount.notYetBuilt(from: from, target: mount.target), at: mount.range)
        }
      }
      if let problem = mount.problem(atDepth: state.depth) { throw site.error(problem, at: mount.range) }
    }
  }

  private func checkPlainMounts(of run: Run, _ site: Site) throws(LintError) {
    for index in run.flags.indices {
      guard let value = mountValue(index), let mount = PlainMount(tables.bytes(value)) else { continue }
      guard !mount.from.isEmpty || mount.isCache else { continue }
      let from = mount.from.isEmpty ? Bytes("scratch") : mount.from
      guard let source = stageNames.stage(inAnyCase: from), !stages[source].isDispatched else { continue }
      let message = Mount.notYetBuilt(from: DockerText.string(from), target: DockerText.string(mount.target))
      throw site.error(message, at: value.range)
    }
  }

  private mutating func mounts(of run: Run, _ site: Site) throws(LintError) -> [Mount] {
    let document = tables.document
    let word = tables.value(of: "mount", in: run.flags)
    do throws(OptionError) {
      return try document.mounts(of: run) { (text) throws(ExpansionError) in
        var text = text
        let scope = state.scope
        let found = text.withUTF8 { wholly($0, scope) }
        if let word { reportUndefined(found.unmatched, in: word, scope, site) }
        if let error = found.error { throw error }
        return DockerText.string(found.text)
      }
    } catch {
      throw site.error(error.dockerMessage, at: error.range ?? word?.range, suggestion: error.suggestion)
    }
  }
}
