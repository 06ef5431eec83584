import Diagnostics
import DockerfileSyntax

extension Inspection {
  /// An instruction with its keyword, its lines and the fields that its type has.
  func write(_ instruction: Instruction, _ node: Node, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("keyword", document.string(node.keyword))
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      writeFields(instruction, node, to: &writer)
    }
  }

  private func writeFields(_ instruction: Instruction, _ node: Node, to writer: inout JSONWriter) {
    switch instruction {
    case .run(let run): writeRun(run, node, to: &writer)
    case .cmd(let command): writeCommand("CmdCommand", command, node, to: &writer)
    case .entrypoint(let command): writeCommand("EntrypointCommand", command, node, to: &writer)
    case .shell: writeWords("ShellCommand", "shell", node.arguments, to: &writer)
    case .copy(let copy): writeCopy(copy, to: &writer)
    case .add(let add): writeAdd(add, to: &writer)
    case .env(let pairs): writePairs("EnvCommand", pairs, to: &writer)
    case .label(let pairs): writePairs("LabelCommand", pairs, to: &writer)
    case .arg(let pairs):
      writer.member("type", "ArgCommand")
      writeArguments(pairs, node, to: &writer)
    case .expose(let list): writeWords("ExposeCommand", "ports", list.words, to: &writer)
    case .volume(let list): writeWords("VolumeCommand", "volumes", list.words, to: &writer)
    case .user(let argument): writeWord("UserCommand", "user", argument, to: &writer)
    case .workdir(let argument): writeWord("WorkdirCommand", "path", argument, to: &writer)
    case .stopSignal(let argument): writeWord("StopSignalCommand", "signal", argument, to: &writer)
    case .maintainer(let argument): writeWord("MaintainerCommand", "maintainer", argument, to: &writer)
    case .healthcheck(let check): writeHealthcheck(check, to: &writer)
    case .onBuild(let trigger): writeTrigger(trigger, to: &writer)
    case .from, .invalid: break
    }
  }

  private func writeWord(_ type: String, _ field: String, _ argument: Argument, to writer: inout JSONWriter) {
    writer.member("type", type)
    writer.member(field, document.string(argument.word))
  }

  private func writeWords(_ type: String, _ field: String, _ words: Run32<Word>, to writer: inout JSONWriter) {
    writer.member("type", type)
    writer.member(field, document.strings(words))
  }

  private func writePairs(_ type: String, _ pairs: Pairs, to writer: inout JSONWriter) {
    writer.member("type", type)
    writer.key("pairs")
    writer.array { writer in
      for pair in document[pairs.pairs] {
        writer.object { writer in
          writer.member("key", document.string(pair.name))
          writer.member("value", pair.value.map { document.string($0) } ?? "")
          writer.member("noDelim", pair.isLegacy)
        }
      }
    }
  }

  private func writeCommand(_ type: String, _ command: Command, _ node: Node, to writer: inout JSONWriter) {
    writer.member("type", type)
    writeForm(command.form, node, to: &writer)
  }

  /// The words of a command, and the heredocs that it reads.
  func writeForm(_ form: CommandForm, _ node: Node, to writer: inout JSONWriter) {
    writer.member("form", node.isJSON ? "exec" : "shell")
    writer.member("cmdline", document.strings(node.arguments))
    writer.key("files")
    writer.array { writer in
      for heredoc in document[node.heredocs] {
        writer.object { writer in
          writer.member("name", document.string(heredoc.name))
          writer.member("data", document.string(heredoc.content))
          writer.member("chomp", heredoc.chomps)
        }
      }
    }
  }

  private func writeHealthcheck(_ check: Healthcheck, to writer: inout JSONWriter) {
    writer.member("type", "HealthCheckCommand")
    let test =
      switch check.probe {
      case .shell(let word): ["CMD-SHELL", document.string(word)]
      case .exec(let words): ["CMD"] + document.strings(words)
      case nil: ["NONE"]
      }
    writer.member("test", test)
    writer.member("intervalNs", Int(check.interval ?? 0))
    writer.member("timeoutNs", Int(check.timeout ?? 0))
    writer.member("startPeriodNs", Int(check.startPeriod ?? 0))
    writer.member("startIntervalNs", Int(check.startInterval ?? 0))
    writer.member("retries", check.retries ?? 0)
  }

  private func writeTrigger(_ instruction: OnBuild, to writer: inout JSONWriter) {
    writer.member("type", "OnbuildCommand")
    writer.member("expression", document.string(instruction.expression))
    let trigger = document.triggers[instruction.trigger]
    if let problem = trigger.problem {
      writer.member("triggerError", problem.dockerMessage)
    } else {
      writer.key("trigger")
      write(trigger.instruction, trigger.node, to: &writer)
    }
  }
}
