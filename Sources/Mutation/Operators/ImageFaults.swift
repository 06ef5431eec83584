import BuildModel
import Diagnostics
import DockerfileSyntax

/// The wrong base, the wrong user, a health check that says nothing.
extension MutationOperator {
  static let fullBase = MutationOperator(id: "full-base", fault: "the image is made on a full base") { specimen in
    guard let root = specimen.targetChain.first, let name = specimen.fullBase(insteadOf: root) else { return [] }
    let word = specimen.build.stages[root].syntax.from.base
    let edit = Edit(word.range.offsets, name)
    return [Fault(at: specimen.from(ofStage: root), family: .base, range: word.range, edits: [edit])]
  }

  static let rootUser = MutationOperator(id: "root", fault: "the user is root") { specimen in
    specimen.users.compactMap { site, word in
      let name = specimen.document.string(word)
      guard name != "root", name != "0" else { return nil }
      return Fault(at: site, family: .user, edits: [Edit(word.range.offsets, "root")])
    }
  }

  static let backToRoot = MutationOperator(id: "back-to-root", fault: "a later USER makes it root") { specimen in
    guard let last = specimen.users.last, last.site.stage == specimen.build.target else { return [] }
    let edit = specimen.append(Array("USER root\n".utf8), toStage: specimen.build.target)
    return [Fault(at: last.site, family: .user, edits: [edit])]
  }

  static let unknownUser = MutationOperator(id: "unknown-user", fault: "nobody made the user") { specimen in
    specimen.users.compactMap { site, word in
      guard site.stage == specimen.build.target else { return nil }
      return Fault(at: site, family: .user, edits: [Edit(word.range.offsets, "somebody")])
    }
  }

  static let noHealthcheck = MutationOperator(id: "none", fault: "a later NONE takes it away") { specimen in
    specimen.healthchecks.map { site, _ in
      let edit = specimen.append(Array("HEALTHCHECK NONE\n".utf8), toStage: site.stage ?? specimen.build.target)
      return Fault(at: site, family: .health, edits: [edit])
    }
  }

  static let surelyHealthy = MutationOperator(id: "cannot-fail", fault: "the probe cannot fail") { specimen in
    specimen.healthchecks.compactMap { site, probe in
      switch probe {
      case .shell(let script):
        // In parentheses, so that an `exit` in it does not end the whole.
        let edits = [Edit.insert("(", at: Int(script.range.lower)), .insert(") || true", at: Int(script.range.upper))]
        return Fault(at: site, family: .health, edits: edits)
      case .exec(let words):
        guard let program = specimen.document[words].first else { return nil }
        return Fault(at: site, family: .health, edits: [Edit(program.range.offsets, "\"true\"")])
      }
    }
  }
}

extension Specimen {
  fileprivate var users: [(site: Site, word: Word)] {
    sites.compactMap { site in
      if case .user(let argument) = site.instruction { (site, argument.word) } else { nil }
    }
  }

  fileprivate var healthchecks: [(site: Site, probe: CommandForm)] {
    sites.compactMap { site in
      if case .healthcheck(let check) = site.instruction, let probe = check.probe { (site, probe) } else { nil }
    }
  }

  /// A base with compilers or a whole system instead of a minimal one; nil where the stage has no minimal base.
  fileprivate func fullBase(insteadOf stage: Int) -> String? {
    switch build.stages[stage].base {
    case .stage: return nil
    case .scratch: return builderBase(besides: stage) ?? Self.wholeSystem
    case .image(let image):
      guard baseImages.row(for: image)?.kind.isMinimal == true else { return nil }
      return sameProduct(image) ?? builderBase(besides: stage) ?? Self.wholeSystem
    }
  }

  private static let wholeSystem = "debian:13"

  /// The same image without the parts of its tag that make it small: `node:26` for `node:26-alpine3.24`.
  private func sameProduct(_ image: ImageReference) -> String? {
    guard let tag = image.tag, image.digest == nil else { return nil }
    var parts = tag.split(separator: "-")
    while parts.count > 1 {
      parts.removeLast()
      let name = "\(image.repository):\(parts.joined(separator: "-"))"
      if isFull(name) { return name }
    }
    return nil
  }

  private func builderBase(besides stage: Int) -> String? {
    for other in build.stages where other.index != stage {
      if case .image(let image) = other.base, isFull(image.description) { return image.description }
    }
    return nil
  }

  private func isFull(_ name: String) -> Bool {
    do throws(ImageReference.Malformed) {
      return baseImages.row(for: try ImageReference(name))?.kind.isMinimal == false
    } catch {
      return false
    }
  }
}
