import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// FROM: where a stage begins, and from what.
  func explain(from: From) -> Points {
    var points = Points()
    let name = value(0, from.base)
    let title = from.name.map { "stage \(origin.stage), `\(string($0))`" } ?? "stage \(origin.stage), which has no name"
    points.steps = wordSteps()
    if let base = base(named: name) {
      points.does.append(
        "Begins \(title), where stage `\(stageName(base))` ends: with all of its files and configuration."
      )
      let inherited = trace.chain.dropLast().map(stageName)
      if inherited.count > 1 { points.does.append("The chain is \(inherited.joined(separator: ", ")).") }
    } else if name == "scratch" {
      points.does.append("Begins \(title), from nothing: no file, no shell, no user but the number 0.")
    } else {
      points.does.append("Begins \(title), from the image \(quoted(name)).")
      points.does += describe(trace.base)
    }
    if let platform = from.platform { points.does.append(self.platform(platform)) }
    role(&points)
    return points
  }

  private func base(named name: String) -> Int? {
    guard document.stages.indices.contains(origin.stage) else { return nil }
    return document.stages[..<origin.stage].lastIndex { !$0.name.isEmpty && document.name(of: $0) == name }
  }

  private func describe(_ base: ExternalBase) -> [String] {
    guard case .image(let reference, let row) = base else { return [] }
    var sentences: [String] = []
    if !reference.hasTag, reference.digest == nil {
      sentences.append("It names no tag, so it is `latest`, which means another image from day to day.")
    }
    guard let row else {
      return sentences + ["Nothing is known about this image here: its user, command and programs are open."]
    }
    let user = row.user.isEmpty ? "root" : row.user
    var parts = ["user \(user)"]
    if !row.workdir.isEmpty { parts.append("workdir \(row.workdir)") }
    if !row.entrypoint.isEmpty { parts.append("entrypoint `\(TraceText.words(row.entrypoint))`") }
    if !row.command.isEmpty { parts.append("command `\(TraceText.words(row.command))`") }
    if !row.ports.isEmpty { parts.append("port \(row.ports.joined(separator: ", "))") }
    if row.hasHealthcheck { parts.append("a health check") }
    parts.append(row.shell.map { "shell \($0)" } ?? "no shell")
    return sentences + ["It brings \(parts.joined(separator: ", ")), by the facts of \(text.factsDate)."]
  }

  private func platform(_ word: Word) -> String {
    let value = self.value(1, word)
    switch string(word) {
    case "$BUILDPLATFORM", "${BUILDPLATFORM}":
      return "It runs on the machine that builds (\(value) here), whatever platform the image is for."
    case "$TARGETPLATFORM", "${TARGETPLATFORM}":
      return "It runs on the platform that the image is for (\(value) here), which is so without the flag, too."
    default: return "It is pinned to the platform \(quoted(value)), whatever platform the image is for."
    }
  }

  private func role(_ points: inout Points) {
    guard let image else { return points.add(.refused, "There is no image: Docker refuses the build.") }
    let rows = StageRows(image: image, text: text)
    let words = "This stage " + rows.words(image.role(of: origin.stage), image.build.stages[origin.stage]) + "."
    switch image.role(of: origin.stage) {
    case .target, .base: points.add(.final, words)
    case .gives: points.add(.contributes, words)
    case .supports: points.add(.build, words)
    case .dead: points.add(.unused, words)
    }
    let users = (image.users[origin.stage] ?? []).map(stageName)
    if !users.isEmpty { points.notes.append("Used by \(list(users)).") }
    for (ended, line, stage) in image.endedReleases where stage.index == origin.stage {
      points.notes.append("The release line \(line.line) of \(ended.familiarName) ended on \(line.endOfLife).")
    }
  }
}
