import BuildModel
import Diagnostics
import DockerfileSyntax

/// Stages that are missing, merged, misnamed or in the wrong place.
extension MutationOperator {
  static let dropStage = MutationOperator(id: "drop-stage", fault: "the stage is missing") { specimen in
    specimen.build.stages.dropLast().map { stage in
      let lines = specimen.lines(ofStage: stage.index)
      return Fault(at: specimen.from(ofStage: stage.index), family: .stages, edits: [Edit(lines)])
    }
  }

  static let joinStages = MutationOperator(id: "join", fault: "the FROM is missing") { specimen in
    specimen.build.stages.dropFirst().map { stage in
      let site = specimen.from(ofStage: stage.index)
      return Fault(at: site, family: .stages, edits: [Edit(specimen.lines(of: site))])
    }
  }

  static let lastStage = MutationOperator(id: "put-last", fault: "a stage for --target is the default") { specimen in
    let needed = Set(specimen.build.neededStages.map(\.index))
    let last = specimen.build.stages.count - 1
    return specimen.build.stages.filter { !needed.contains($0.index) && $0.index != last }.map { stage in
      let lines = specimen.lines(ofStage: stage.index)
      let edits = [Edit(lines), specimen.append(specimen.text(lines), toStage: last)]
      return Fault(at: specimen.from(ofStage: stage.index), family: .stages, edits: edits)
    }
  }

  static let renameStage = MutationOperator(id: "rename", fault: "the stage has another name") { specimen in
    specimen.build.stages.compactMap { stage in
      // Nobody asks for the last stage by its name unless something refers to it.
      let isLast = stage.index == specimen.build.stages.count - 1
      guard let name = stage.syntax.from.name, !isLast || specimen.isReferred(stage.index) else { return nil }
      let site = specimen.from(ofStage: stage.index)
      let edit = Edit.insert("-x", at: Int(name.range.upper))
      return Fault(at: site, family: .stages, range: name.range, edits: [edit])
    }
  }

  static let renameReference = MutationOperator(id: "rename-reference", fault: "the name is misspelt") { specimen in
    let copies = specimen.namedCopies.filter { !$0.reference.isIndex }.map { copy in
      Fault(
        at: copy.site,
        family: .stages,
        range: copy.reference.range,
        edits: [.insert("-x", at: Int(copy.reference.range.upper))]
      )
    }
    let bases: [Fault] = specimen.build.stages.compactMap { stage in
      guard case .stage = stage.base else { return nil }
      let range = stage.syntax.from.base.range
      let edit = Edit.insert("-x", at: Int(range.upper))
      return Fault(at: specimen.from(ofStage: stage.index), family: .stages, range: range, edits: [edit])
    }
    return copies + bases
  }

  static let otherSource = MutationOperator(id: "other-source", fault: "files come from another stage") { specimen in
    specimen.namedCopies.flatMap { copy -> [Fault] in
      let others = specimen.build.stages.filter { other in
        copy.reference.source != .stage(other.index) && other.index < copy.stage
      }
      return others.map { other in
        let name = other.isNamed ? other.name : String(other.index)
        return Fault(
          at: copy.site,
          other.displayName,
          family: .stages,
          range: copy.reference.range,
          edits: [Edit(copy.reference.range.offsets, name)]
        )
      }
    }
  }

  static let dropFrom = MutationOperator(id: "drop-from", fault: "files come from the build context") { specimen in
    specimen.namedCopies.compactMap { copy in
      guard case .copy(let syntax) = copy.site.instruction,
        let flag = specimen.document.flag("from", in: syntax.flags)
      else { return nil }
      return Fault(at: copy.site, family: .stages, range: flag.range, edits: [specimen.removing(flag.range)])
    }
  }

  static let otherStage = MutationOperator(id: "other-stage", fault: "it stands in the stage before") { specimen in
    specimen.build.stages.dropFirst().flatMap { stage -> [Fault] in
      let chain = specimen.build.states[stage.index]?.chain ?? [stage.index]
      guard let other = (0..<stage.index).last(where: { !chain.contains($0) }) else { return [] }
      return specimen.sites(ofStage: stage.index).filter(\.isConfiguration).map { site in
        let lines = specimen.lines(of: site)
        let edits = [specimen.append(specimen.text(lines), toStage: other), Edit(lines)]
        return Fault(at: site, family: site.family(in: specimen), edits: edits, sameAs: "drop")
      }
    }
  }
}

extension Specimen {
  /// A COPY that names where it takes from.
  fileprivate struct NamedCopy {
    var site: Site
    var stage: Int
    var reference: StageReference
  }

  fileprivate var namedCopies: [NamedCopy] {
    build.stages.flatMap { stage in
      stage.references.filter { $0.kind == .copy }.map {
        NamedCopy(site: sites[$0.instruction], stage: stage.index, reference: $0)
      }
    }
  }

  fileprivate func isReferred(_ index: Int) -> Bool {
    build.stages.contains { stage in
      stage.base == .stage(index) || stage.references.contains { $0.source == .stage(index) }
    }
  }

  /// A word with the blanks behind it.
  func removing(_ range: SourceRange) -> Edit {
    var end = Int(range.upper)
    while end < document.source.count, [UInt8(ascii: " "), UInt8(ascii: "\t")].contains(document.source[end]) {
      end += 1
    }
    return Edit(Int(range.lower)..<end)
  }
}

extension Site {
  /// Says something about the image and makes no files.
  fileprivate var isConfiguration: Bool {
    switch instruction {
    case .user, .healthcheck, .cmd, .entrypoint, .expose, .env, .label, .volume, .stopSignal: true
    default: false
    }
  }
}
