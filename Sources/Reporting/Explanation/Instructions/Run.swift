import BuildModel
import Diagnostics
import DockerfileSyntax
import ShellSyntax

extension InstructionContext {
  /// RUN: the commands that it runs, and what they leave.
  func explain(run: Run) -> Points {
    var points = Points()
    let trace = self.trace.commands(of: run, at: origin, in: document)
    points.commands = commands(trace, run)
    points.does.append(introduction(run, points.commands.count))
    if !document[run.heredocs].isEmpty {
      points.does.append("Its text is a heredoc, \(list(document[run.heredocs].map { quoted(string($0.name)) })).")
    }
    points.does += mounts(run)
    points.does += document[run.flags].compactMap { words(of: $0) }
    if let problem = trace.problem {
      points.notes.append("Its script cannot be followed to the end: \(problem.message).")
    }
    if trace.ending == .failure { points.notes.append("As far as it can be read, it always fails.") }
    settle(&points)
    return points
  }

  private func introduction(_ run: Run, _ number: Int) -> String {
    let who = "as \(userName), in \(quoted(surroundings.directory))"
    switch run.form {
    case .exec: return "Runs \(count(number, "command")) without a shell (exec form), \(who)."
    case .shell:
      let shell = TraceText.words(surroundings.shell ?? ["/bin/sh", "-c"])
      return number == 0
        ? "Runs its text by `\(shell)`, \(who); no command can be made out in it."
        : "Runs \(count(number, "command")) by `\(shell)`, \(who)."
    }
  }

  /// More than so many commands are told as a number.
  private static let mostCommands = 60

  private func commands(_ found: ShellTrace, _ run: Run) -> [Explanation.Command] {
    let script = ScriptPlace(of: run)
    let variables = trace.shellValues(at: origin)
    return found.executions.prefix(Self.mostCommands).map { execution in
      let range = document.sourceRange(execution.range, in: script) ?? origin.range
      let effect = CommandEffect(
        of: execution,
        in: surroundings.directory,
        variables: variables,
        facts: options.packageManagers
      )
      let folder = execution.directory.map { PathText.join(surroundings.directory, $0.isEmpty ? "." : $0) }
      return Explanation.Command(
        text: execution.text,
        meaning: CommandWords(modules: modules(range)).words(effect),
        directory: folder ?? "a folder that is not known",
        isCertain: execution.certainty == .always,
        range: range
      )
    }
  }

  /// What the model knows of an install at a place.
  private func modules(_ range: SourceRange) -> NodeModules? {
    let found = image?.build.states[origin.stage]?.installs.last { $0.origin == origin && $0.range == range }
    return found
  }

  private func mounts(_ run: Run) -> [String] {
    if let image {
      return image.mounts(of: run, at: origin).map { found in
        let target = found.target.map(quoted) ?? "its place"
        return "Mounts at \(target): \(FileRows.mount(found, name: stageName))."
      }
    }
    let number = document.unresolvedMounts(of: run).count
    return number == 0 ? [] : ["Has \(count(number, "mount"))."]
  }

  private func settle(_ points: inout Points) {
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
      guard let image, effect == .contributes else { return }
      let made = image.provenance.filter { $0.makers.contains { $0.origin == origin } || isMade($0.item) }
      let paths = made.map { quoted($0.item.path) }
      if !paths.isEmpty { points.image.append("Of its work, \(list(Array(Set(paths)).sorted())) may be in the image.") }
      return
    }
    guard let image else { return }
    points.add(.layer, "What it changes is a layer of the image.")
    for install in image.state.installs where install.origin == origin {
      points.image.append("The image has these node_modules \(FileRows.kind(install)).")
    }
    for cache in image.remainingCaches where cache.step.origin == origin {
      let folder = cache.cache.path.map(quoted) ?? "its cache"
      points.image.append("`\(cache.step.command)` leaves \(folder) in the layer.")
    }
  }

  private func isMade(_ item: FileItem) -> Bool { item.modules?.origin == origin }
}
