import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// COPY and ADD: which files go where.
  func explain(copy: Copy, isAdd: Bool) -> Points {
    var points = Points()
    let values = copyWords(copy)
    let inline = document[copy.heredocs].map { string($0.name) }
    let path = PathText.join(surroundings.directory, values.destination)
    let isFolder = values.destination.hasSuffix("/") || values.destination == "." || values.sources.count > 1
    let destination = isFolder && path != "/" ? path + "/" : path
    let what = list(values.sources.map(quoted) + inline.map { "\(quoted($0)), written here," })
    let verb = isAdd ? "Adds" : "Copies"
    let isElsewhere = values.sources.allSatisfy { isAdd && Self.isFetched($0) }
    let source = from(copy, isElsewhere: isElsewhere)
    points.does.append("\(verb) \(what) \(source)to \(quoted(destination)).")
    if values.sources.contains(where: { PathText.hasWildcard($0) }) {
      points.does.append("The wildcard stands for all names that match; with none that does, the build fails.")
    }
    points.does += document[copy.flags].compactMap { words(of: $0) }
    if isAdd { points.does += values.sources.compactMap(Self.addition) }
    points.steps = wordSteps()
    takes(values.sources, &points)
    settle(copy, &points)
    return points
  }

  /// Flags come first in the trace, then the sources, then the destination.
  private func copyWords(_ copy: Copy) -> (sources: [String], destination: String) {
    let words = trace.words(of: origin)
    let count = document[copy.sources].count
    guard words.count > count else { return (document.strings(copy.sources), string(copy.destination)) }
    let tail = words.suffix(count + 1).map(\.value)
    return (Array(tail.dropLast()), tail.last ?? "")
  }

  private func from(_ copy: Copy, isElsewhere: Bool) -> String {
    guard let word = document.flag("from", in: copy.flags)?.value else {
      return isElsewhere ? "" : "of the build context "
    }
    let name = string(word)
    if let index = stage(named: name) { return "of stage `\(stageName(index))` " }
    return "of the image or named context \(quoted(name)) "
  }

  /// The last stage above of a name, or by its number.
  private func stage(named name: String) -> Int? {
    if let index = Int(name), document.stages.indices.contains(index) { return index }
    let wanted = name.lowercased()
    return document.stages.indices.last { document.name(of: document.stages[$0]) == wanted && !wanted.isEmpty }
  }

  /// From the network, as a file or as a repository.
  private static func isFetched(_ source: String) -> Bool {
    do throws(CopyOrigin.Refused) {
      return try !CopyOrigin.isPath(source, checksum: "")
    } catch {
      return false
    }
  }

  private static func addition(_ source: String) -> String? {
    if isFetched(source) {
      return "It is fetched from the network: a repository is checked out, an archive from there stays packed."
    }
    let archives = [".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".txz"]
    guard archives.contains(where: source.hasSuffix) else { return nil }
    return "\(source) is an archive by its name: one of the context is unpacked."
  }

  /// What is known about the files that it takes out of another stage.
  private func takes(_ sources: [String], _ points: inout Points) {
    guard let image, let step = step(image) else { return }
    if case .stage(let index) = step.source {
      let steps = (image.build.states[index]?.steps ?? []).prefix(3).map { "`\($0.name)` (\(text.line($0.origin)))" }
      if !steps.isEmpty { points.notes.append("In `\(stageName(index))` ran \(list(steps)).") }
    }
    if step.isWholeContext {
      points.notes.append(
        image.ignoreFile == .present
          ? "This is the whole build context, but for what .dockerignore leaves out."
          : "This is the whole build context: every change of any file of it makes this and all below run anew."
      )
    }
  }

  private func step(_ image: JudgedImage) -> CopyStep? {
    image.build.states[origin.stage]?.copies.last { $0.origin == origin }
  }

  private func settle(_ copy: Copy, _ points: inout Points) {
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
      guard let image, effect == .contributes || effect == .build else { return }
      let kept = image.provenance.filter { $0.carriers.contains(origin) }.map(\.item.path)
      if !kept.isEmpty {
        points.image.append(
          "Of what it brings, \(list(unique(kept).map(quoted))) get\(kept.count == 1 ? "s" : "") there."
        )
      }
      return
    }
    guard let image else { return }
    let items = image.state.files.items.filter { $0.origin == origin }
    points.add(.layer, "It makes a layer of the image.")
    if items.isEmpty {
      points.image.append(
        "A later instruction of the image removes or moves what it brings; the layer keeps it all the same."
      )
    }
    for modules in items.compactMap(\.modules) {
      points.image.append(
        "It brings node_modules of `\(modules.command)` (\(text.line(modules.origin))), \(FileRows.kind(modules))."
      )
    }
  }

  private func unique(_ texts: [String]) -> [String] {
    var known: Set<String> = []
    return texts.filter { known.insert($0).inserted }
  }
}
