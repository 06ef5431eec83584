import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// CMD: what a container runs, or the arguments of its entrypoint.
  func explain(cmd command: Command) -> Points {
    var points = Points()
    points.does.append(form(command, verb: "A container runs"))
    settle(.command, as: "command", &points)
    guard points.effect == .final, let image else { return points }
    if let entrypoint = image.image.entrypoint, !entrypoint.isEmpty {
      let isShell = image.shellForm(of: .entrypoint) != nil
      points.image.append(
        isShell
          ? "The entrypoint is in shell form, so that these words never reach it."
          : "The entrypoint `\(TraceText.words(entrypoint))` gets these words as its arguments."
      )
    }
    return points
  }

  /// ENTRYPOINT: what a container always runs.
  func explain(entrypoint command: Command) -> Points {
    var points = Points()
    points.does.append(form(command, verb: "A container always runs"))
    if case .shell = command.form {
      points.does.append(
        "In shell form it takes no arguments: neither CMD nor the words behind `docker run IMAGE` reach it."
      )
    } else {
      points.does.append("CMD, or the words behind `docker run IMAGE`, become its arguments.")
    }
    settle(.entrypoint, as: "entrypoint", &points)
    for replaced in ImageRows.replaced(trace.fields[.command] ?? []) where replaced.by == origin {
      points.notes.append(text.replaced(replaced, subject: "It") + ".")
    }
    guard points.effect == .final, let words = image?.image.command, !words.isEmpty else { return points }
    points.image.append("With the command `\(TraceText.words(words))` as its arguments.")
    return points
  }

  private func form(_ command: Command, verb: String) -> String {
    switch command.form {
    case .exec(let words):
      let words = document.strings(words)
      if words.isEmpty { return "Sets an empty list, which is the same as none." }
      return "\(verb) `\(TraceText.cut(TraceText.words(words)))` itself (exec form): it gets the signals, "
        + "and no shell replaces variables."
    case .shell(let word):
      let shell = TraceText.words(surroundings.shell ?? ["/bin/sh", "-c"])
      return "\(verb) `\(TraceText.cut(string(word)))` by the shell `\(shell)` (shell form): the shell gets the "
        + "signals, and replaces variables when the container starts."
    }
  }

  /// SHELL: what runs shell forms from here on.
  func explain(shell command: Command) -> Points {
    var points = Points()
    guard case .exec(let words) = command.form else { return points }
    let shell = document.strings(words)
    points.does.append("Shell forms below are run by `\(TraceText.words(shell))` instead of `/bin/sh -c`.")
    let options = shell.dropFirst().filter { $0.hasPrefix("-") && $0 != "-c" }
    if options.contains(where: { $0.contains("o") }), shell.contains("pipefail") {
      points.does.append("`pipefail` makes a pipe fail when any of its commands does.")
    }
    if options.contains(where: { !$0.hasPrefix("--") && $0.contains("e") }) {
      points.does.append("`-e` ends a script at the first command that fails.")
    }
    let users = reach(of: [.run, .cmd, .entrypoint])
    if !users.isEmpty { points.notes.append("It is there for \(lines(users)), as far as those are in shell form.") }
    settle(.shell, as: "shell", &points)
    return points
  }

  func explain(stopSignal argument: Argument) -> Points {
    var points = Points()
    let signal = value(0, argument.word)
    points.steps = wordSteps()
    points.does.append(
      "`docker stop` sends \(quoted(signal)) instead of SIGTERM, and SIGKILL when that does not end it in time."
    )
    settle(.stopSignal, as: "stop signal", &points)
    return points
  }

  func explain(maintainer argument: Argument) -> Points {
    var points = Points()
    points.does.append("Names \(quoted(string(argument.word))) as author. Deprecated: a label says it better.")
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
    } else {
      points.add(.final, "It is in the image's metadata, and makes no layer.")
    }
    return points
  }
}
