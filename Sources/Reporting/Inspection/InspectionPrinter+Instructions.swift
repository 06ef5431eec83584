import Diagnostics
import DockerfileSyntax

extension InspectionPrinter {
  /// An instruction with its keyword, its lines and the fields that its type has.
  ///
  /// - Parameter printed: where its node was; nil for that of a trigger, which is in no table.
  func write(_ instruction: Instruction, _ node: Node, _ printed: PrintedNode?, to writer: inout JSONWriter) {
    writer.object { writer in
      if let printed { writer.repeated(printed.head) } else { writeHead(of: node, to: &writer) }
      writeFields(instruction, node, printed, to: &writer)
    }
  }

  private func writeFields(
    _ instruction: Instruction,
    _ node: Node,
    _ printed: PrintedNode?,
    to writer: inout JSONWriter
  ) {
    switch instruction {
    case .run(let run): writeRun(run, node, printed, to: &writer)
    case .cmd: writeCommand("CmdCommand", node, printed, to: &writer)
    case .entrypoint: writeCommand("EntrypointCommand", node, printed, to: &writer)
    case .shell: writeWords("ShellCommand", "shell", node.arguments, to: &writer)
    case .copy(let copy): writeCopy(copy, to: &writer)
    case .add(let add): writeAdd(add, to: &writer)
    case .env(let pairs): writePairs("EnvCommand", pairs, to: &writer)
    case .label(let pairs): writePairs("LabelCommand", pairs, to: &writer)
    case .arg(let pairs):
      writer.member("type", literal: "ArgCommand")
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

  private func writeWord(_ type: StaticString, _ field: StaticString, _ argument: Argument, to writer: inout JSONWriter)
  {
    writer.member("type", literal: type)
    member(field, argument.word, to: &writer)
  }

  private func writeWords(
    _ type: StaticString,
    _ field: StaticString,
    _ words: Run32<Word>,
    to writer: inout JSONWriter
  ) {
    writer.member("type", literal: type)
    member(field, words, to: &writer)
  }

  private func writePairs(_ type: StaticString, _ list: Pairs, to writer: inout JSONWriter) {
    writer.member("type", literal: type)
    writer.key("pairs")
    writer.array { writer in
      for pair in memory.pairs[list.pairs] {
        writer.object { writer in
          member("key", pair.name, to: &writer)
          writer.key("value")
          write(pair.value, to: &writer)
          writer.member("noDelim", pair.isLegacy)
        }
      }
    }
  }

  private func writeCommand(
    _ type: StaticString,
    _ node: Node,
    _ printed: PrintedNode?,
    to writer: inout JSONWriter
  ) {
    writer.member("type", literal: type)
    writeForm(of: node, printed, to: &writer)
  }

  /// The words of a command, and the heredocs that it reads.
  func writeForm(of node: Node, _ printed: PrintedNode?, to writer: inout JSONWriter) {
    writer.member("form", literal: node.isJSON ? "exec" : "shell")
    writer.key("cmdline")
    if let printed { writer.repeated(printed.arguments) } else { write(node.arguments, to: &writer) }
    writer.key("files")
    writer.array { writer in
      for heredoc in memory.heredocs[node.heredocs] {
        writer.object { writer in
          member("name", heredoc.name, to: &writer)
          member("data", heredoc.content, to: &writer)
          writer.member("chomp", heredoc.chomps)
        }
      }
    }
  }

  private func writeHealthcheck(_ check: Healthcheck, to writer: inout JSONWriter) {
    writer.member("type", literal: "HealthCheckCommand")
    writer.key("test")
    writer.array { writer in
      switch check.probe {
      case .shell(let word):
        writer.value(literal: "CMD-SHELL")
        write(word.text, to: &writer)
      case .exec(let run):
        writer.value(literal: "CMD")
        for word in memory.words[run] { write(word.text, to: &writer) }
      case nil: writer.value(literal: "NONE")
      }
    }
    writer.member("intervalNs", Int(check.interval ?? 0))
    writer.member("timeoutNs", Int(check.timeout ?? 0))
    writer.member("startPeriodNs", Int(check.startPeriod ?? 0))
    writer.member("startIntervalNs", Int(check.startInterval ?? 0))
    writer.member("retries", check.retries ?? 0)
  }

  private func writeTrigger(_ instruction: OnBuild, to writer: inout JSONWriter) {
    writer.member("type", literal: "OnbuildCommand")
    member("expression", instruction.expression, to: &writer)
    let trigger = document.triggers[instruction.trigger]
    if let problem = trigger.problem {
      writer.member("triggerError", problem.dockerMessage)
    } else {
      writer.key("trigger")
      write(trigger.instruction, trigger.node, nil, to: &writer)
    }
  }
}
