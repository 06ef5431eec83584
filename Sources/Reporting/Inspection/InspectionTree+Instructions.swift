import Diagnostics
import DockerfileSyntax

extension InspectionTree {
  /// An instruction with its fields.
  mutating func addInstruction(_ instruction: Instruction, _ node: Node, depth: Int) {
    if case .invalid = instruction { return addRefused(node, depth: depth) }
    if node.flags.isEmpty, node.heredocs.isEmpty, let value = onlyValue(of: instruction) {
      return keyword(node, value: value, note: nil, depth: depth)
    }
    keyword(node, note: note(on: instruction), depth: depth)
    let inner = depth + 1
    if case .run(let run) = instruction { addFlags(of: run, depth: inner) } else { addFlags(of: node, depth: inner) }
    addFields(of: instruction, node, depth: inner)
    addHeredocs(of: node, depth: inner)
  }

  /// What stands beside the keyword, because there is nothing else and no name for it is needed.
  private func onlyValue(of instruction: Instruction) -> String? {
    switch instruction {
    case .user(let argument), .workdir(let argument), .stopSignal(let argument), .maintainer(let argument):
      document.string(argument.word)
    case .from(let from) where from.name == nil: document.string(from.base)
    case .run(let run): text(of: run.form)
    case .cmd(let command), .entrypoint(let command), .shell(let command): text(of: command.form)
    case .expose(let list) where list.words.count == 1, .volume(let list) where list.words.count == 1:
      document.strings(list.words).first
    default: nil
    }
  }

  private func text(of form: CommandForm) -> String {
    switch form {
    case .shell(let word): document.string(word)
    case .exec(let words): Self.array(document.strings(words))
    }
  }

  private func note(on instruction: Instruction) -> String? {
    switch instruction {
    case .env(let pairs), .label(let pairs): document[pairs.pairs].contains(where: \.isLegacy) ? "without =" : nil
    case .healthcheck(let check) where check.probe == nil: "switched off"
    default: nil
    }
  }

  private mutating func addFields(of instruction: Instruction, _ node: Node, depth: Int) {
    switch instruction {
    case .from(let from):
      field("image", from.base, depth: depth, role: .string)
      if let name = from.name { field("name", name, depth: depth) }
    case .run(let run): addForm(run.form, node, depth: depth)
    case .cmd(let command), .entrypoint(let command), .shell(let command):
      addForm(command.form, node, depth: depth)
    case .copy(let copy), .add(let copy):
      for source in document[copy.sources] { field("source", source, depth: depth) }
      field("to", copy.destination, depth: depth)
    case .env(let pairs), .label(let pairs), .arg(let pairs):
      for pair in document[pairs.pairs] {
        let value = pair.value.map { document.string($0) } ?? "no default"
        let role: Style.Role = pair.value == nil ? .quiet : .string
        field(document.string(pair.name), value, at: pair.name.range, depth: depth, role: role)
      }
    case .expose(let ports): for port in document[ports.words] { field("port", port, depth: depth) }
    case .volume(let paths): for path in document[paths.words] { field("path", path, depth: depth) }
    case .user(let argument): field("user", argument.word, depth: depth)
    case .workdir(let argument): field("path", argument.word, depth: depth)
    case .stopSignal(let argument): field("signal", argument.word, depth: depth)
    case .maintainer(let argument): field("name", argument.word, depth: depth)
    case .healthcheck(let check): if let probe = check.probe { addForm(probe, node, depth: depth) }
    case .onBuild(let trigger): addTrigger(document.triggers[trigger.trigger], trigger, depth: depth)
    case .invalid: break
    }
  }

  private mutating func addForm(_ form: CommandForm, _ node: Node, depth: Int) {
    switch form {
    case .shell(let word): field("shell", word, depth: depth, role: .string)
    case .exec(let words):
      let place = document[words].first.map(\.range) ?? document.range(of: node.body)
      field("exec", text(of: form), at: place, depth: depth, role: .string)
    }
  }

  private static func array(_ words: [String]) -> String {
    let quoted = words.map { word in
      var writer = JSONWriter()
      writer.value(word)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    return "[\(quoted.joined(separator: ", "))]"
  }

  // MARK: - Flags

  private mutating func addFlags(of node: Node, depth: Int) {
    for flag in document[node.flags] {
      field(
        "--" + document.string(flag.name),
        flag.value.map { document.string($0) } ?? "",
        at: flag.range,
        depth: depth
      )
    }
  }

  /// With the mounts as Docker reads them, defaults among them.
  private mutating func addFlags(of run: Run, depth: Int) {
    var mounts: ArraySlice<Mount> = []
    do throws(OptionError) {
      mounts = try document.mounts(of: run)[...]
    } catch {
      // What it can't read yet is shown as it is written.
    }
    for flag in document[run.flags] {
      let mount = mounts.first.flatMap { $0.range == flag.value?.range ? $0 : nil }
      if mount != nil { mounts.removeFirst() }
      let value = mount.map(Self.text) ?? flag.value.map { document.string($0) } ?? ""
      field("--" + document.string(flag.name), value, at: flag.range, depth: depth)
    }
  }

  private static func text(_ mount: Mount) -> String {
    var parts = [mount.type.rawValue]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { parts.append("\(name) \(value)") }
    }
    add("from", mount.from)
    add("source", mount.source)
    add("target", mount.target)
    add("id", mount.id)
    add("env", mount.env)
    add("sharing", mount.sharing?.rawValue)
    add("size", mount.sizeLimit > 0 ? String(mount.sizeLimit) : nil)
    add("mode", mount.mode.map { String($0, radix: 8) })
    add("uid", mount.uid.map { String($0) })
    add("gid", mount.gid.map { String($0) })
    if mount.required { parts.append("required") }
    if mount.type == .bind || mount.type == .cache { parts.append(mount.readOnly ? "read only" : "writable") }
    return parts.joined(separator: ", ")
  }

  // MARK: - Heredocs, triggers, what is refused

  private static let mostBodyLines = 6

  private mutating func addHeredocs(of node: Node, depth: Int) {
    for heredoc in document[node.heredocs] {
      let body = document.content(of: heredoc)
      let parts = [
        body.count == 1 ? "1 byte" : "\(body.count) bytes", heredoc.expands ? nil : "variables stay",
        heredoc.chomps ? "leading tabs dropped" : nil,
      ]
      let text = parts.compactMap { $0 }.joined(separator: ", ")
      let label = "<<" + document.string(heredoc.name)
      field(label, text, at: heredoc.name.range, depth: depth, role: .quiet)
      var lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
      if lines.last?.isEmpty == true { lines.removeLast() }
      for line in lines.prefix(Self.mostBodyLines) { add(.body(depth: depth, Printable.line(bytes: line))) }
      let rest = lines.count - Self.mostBodyLines
      if rest > 0 { add(.body(depth: depth, "\(options.style.ellipsis) \(rest) more")) }
    }
  }

  private mutating func addTrigger(_ trigger: Trigger, _ instruction: OnBuild, depth: Int) {
    if let problem = trigger.problem {
      field(
        "refused",
        "when it fires: \(problem.message)",
        at: instruction.expression.range,
        depth: depth,
        role: .error
      )
    } else {
      addInstruction(trigger.instruction, trigger.node, depth: depth)
    }
  }

  private mutating func addRefused(_ node: Node, depth: Int) {
    keyword(node, note: "refused", depth: depth, isRefused: true)
    addFlags(of: node, depth: depth + 1)
    // Docker's parser gives no words of what it refuses itself, or of a word that is no instruction.
    if node.kind == nil || node.arguments.isEmpty {
      let range = document.range(of: node.body)
      if !range.isEmpty { field("rest", document.string(node.body), at: range, depth: depth + 1) }
    } else {
      for word in document[node.arguments] { field("word", word, depth: depth + 1) }
    }
  }
}
