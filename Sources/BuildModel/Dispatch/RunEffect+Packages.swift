import ShellSyntax

extension RunEffect {
  /// Package tools, builds and test runners, and what other commands change for them.
  func applyPackages(_ program: String, _ role: PackageToolFacts.Role, _ state: StageState) {
    if role.isEmpty { return }
    let words = execution.words[...]
    if role.contains(.surroundings) { noteSurroundings(program, words.dropFirst(), state) }
    if !role.isDisjoint(with: [.testRunner, .starter]), TestRunner.matches(words, facts.tools) {
      addTests(of: role.contains(.tool) ? facts.tools.row(ofProgram: program)?.tool : nil, state)
      return
    }
    if role.contains(.tool), let row = facts.tools.row(ofProgram: program) {
      applyTool(row, words.dropFirst(), state)
    } else if role.contains(.python) {
      applyPython(words.dropFirst(), state)
    }
  }

  /// A step for this command, so far without what its words say.
  func packageStep(_ tool: PackageTool?, _ action: PackageAction) -> PackageStep {
    PackageStep(
      tool: tool,
      action: action,
      command: commandText,
      range: range(execution.range),
      origin: origin,
      isCertain: execution.certainty == .always,
      directory: directory
    )
  }

  func surroundings(_ state: StageState) -> PackageSurroundings {
    PackageSurroundings(
      image: .stage(state.variables),
      execution: execution,
      directory: directory,
      user: state.origins[.user] == nil && state.external.isUnknown ? nil : state.image.user,
      mounts: mounts,
      memory: state.packageMemory,
      activeEnvironment: state.packageMemory.active(in: origin.instruction)
    )
  }

  private func addTests(of tool: PackageTool?, _ state: StageState) {
    var step = packageStep(tool, .test)
    step.tests = .run
    state.add(step)
  }

  private func applyTool(_ row: PackageToolRow, _ words: ArraySlice<ShellWord>, _ state: StageState) {
    guard
      let reading = PackageReading(words, row, surroundings(state), facts.tools.contents, range: range)
    else { return }
    var step = packageStep(row.tool, reading.command.action)
    reading.complete(&step)
    switch step.action {
    case .configure: configure(row.tool, reading.operands, state)
    case .createEnvironment:
      if case .environment(let path) = step.destination { state.packageMemory.environments.insert(path) }
    default: break
    }
    let cleaned = reading.cleaned
    if !cleaned.isEmpty { state.clean(row.tool, cleaned, step) }
    // Its own project environment is there from now on.
    if case .environment(let path) = step.destination { state.packageMemory.environments.insert(path) }
    // What lies in a mount is there until the RUN ends: it may be copied out of it.
    for output in step.outputs where step.isCertain {
      let content = FileItem.Content.output(stage: origin.stage, path: output.path)
      state.files.place(FileItem(path: output.path, content: content, origin: origin))
    }
    state.add(step)
  }

  /// `python -m pip …`, `python -m venv DIR`.
  private func applyPython(_ words: ArraySlice<ShellWord>, _ state: StageState) {
    var rest = words
    while let word = rest.popFirst()?.value, word.hasPrefix("-") {
      guard word == "-m" else { continue }
      guard let module = rest.popFirst()?.value else { return }
      if module == "venv" || module == "virtualenv" {
        makeEnvironment(rest, state)
      } else if let row = facts.tools.row(ofModule: module) {
        applyTool(row, rest, state)
      }
      return
    }
  }

  private func makeEnvironment(_ words: ArraySlice<ShellWord>, _ state: StageState) {
    var rest = words
    while let word = rest.popFirst() {
      guard let path = word.value else { return }
      if ["--prompt", "-p", "--python", "--app-data"].contains(path) {
        _ = rest.popFirst()
      } else if !path.hasPrefix("-") {
        var step = packageStep(nil, .createEnvironment)
        let environment = surroundings(state).absolute(path)
        step.destination = .environment(environment)
        state.packageMemory.environments.insert(environment)
        state.add(step)
        return
      }
    }
  }

  /// `pip config set KEY VALUE`: the last two words; `go env -w KEY=VALUE`.
  private func configure(_ tool: PackageTool, _ operands: ArraySlice<ShellWord>, _ state: StageState) {
    if tool == .go {
      for word in operands {
        guard let text = word.value, let sign = text.firstIndex(of: "=") else { continue }
        state.packageMemory.set(String(text[..<sign]), String(text[text.index(after: sign)...]), of: tool)
      }
      return
    }
    guard let key = operands.first?.value, operands.count >= 2 else { return }
    state.packageMemory.set(key, operands.last?.value, of: tool)
  }

  private func noteSurroundings(_ program: String, _ words: ArraySlice<ShellWord>, _ state: StageState) {
    switch program {
    case "useradd", "adduser": state.packageMemory.noteHome(words)
    case "virtualenv", "pyvenv": makeEnvironment(words, state)
    case ".", "source":
      guard let path = words.first?.value, path.hasSuffix("/bin/activate") else { return }
      let environment = PathText.join(directory, String(path.dropLast("/bin/activate".count)))
      state.packageMemory.activate(environment, in: origin.instruction)
    default: noteRemoval(program, words, state)
    }
  }

  /// `rm -rf PATH…`, and `find PATH… -delete`.
  private func noteRemoval(_ program: String, _ words: ArraySlice<ShellWord>, _ state: StageState) {
    var operands = words
    if program == "find" {
      guard words.contains(where: { $0.value == "-delete" || $0.value == "rm" }) else { return }
      operands = operands.prefix { !($0.value ?? "").hasPrefix("-") }
    }
    let surroundings = surroundings(state)
    for word in operands {
      guard let text = word.value else {
        state.noteRemoval(of: .unknown, by: self)
        continue
      }
      guard !text.hasPrefix("-") else { continue }
      let path = surroundings.absolute(text)
      if execution.certainty == .always { state.packageMemory.removedFiles.formUnion(keepers(in: path)) }
      state.noteRemoval(of: .path(path), by: self)
    }
  }

  /// The files at a path that make images empty their caches.
  private func keepers(in path: String) -> [String] {
    let glob = PathText.hasWildcard(path) || path.utf8.contains(UInt8(ascii: "\\")) ? Glob(path) : nil
    return facts.tools.contents.emptyingFiles.filter { PathText.contains(path, $0) || glob?.matches($0) ?? false }
  }
}
