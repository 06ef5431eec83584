import DockerfileSyntax

/// What each instruction changes.
extension ConfigurationTracer {
  mutating func apply(_ instruction: Instruction, _ origin: Origin) {
    trace.surroundings[.init(origin)] = Surroundings(
      user: user,
      directory: PathText.clean("/" + directory),
      shell: shell
    )
    if origin.instruction == focus { trace.scopes[.init(origin)] = variables }
    switch instruction {
    case .env(let pairs): environment(pairs, origin)
    case .arg(let pairs): arguments(pairs, origin)
    case .label(let pairs): labels(pairs, origin)
    case .user(let argument):
      user = change(.user, argument, origin)
    case .workdir(let argument):
      directory = workdir(argument, origin)
    case .stopSignal(let argument): _ = change(.stopSignal, argument, origin)
    case .volume(let arguments): volumes(arguments, origin)
    case .expose(let arguments): ports(arguments, origin)
    case .cmd(let command): self.command(command, origin)
    case .entrypoint(let command): entrypoint(command, origin)
    case .shell(let command): shell(command, origin)
    case .healthcheck(let healthcheck): self.healthcheck(healthcheck, origin)
    case .onBuild: trace.triggers.append(origin)
    case .copy(let copy), .add(let copy): self.copy(copy, origin)
    case .run, .maintainer, .from, .invalid: break
    }
  }

  /// Adds to what is known of an instruction's words.
  private mutating func noted(_ word: Word, _ origin: Origin) -> WordTrace {
    let found = self.word(word)
    trace.words[.init(origin), default: []].append(found)
    return found
  }

  private mutating func add(_ change: ConfigurationChange, to field: EffectiveImage.Field) {
    trace.fields[field, default: []].append(change)
  }

  private mutating func change(_ field: EffectiveImage.Field, _ argument: Argument, _ origin: Origin) -> String {
    let found = noted(argument.word, origin)
    add(ConfigurationChange(effect: .set, value: [found.value], origin: origin, words: [found]), to: field)
    return found.value
  }

  private mutating func workdir(_ argument: Argument, _ origin: Origin) -> String {
    let found = noted(argument.word, origin)
    let path =
      found.value.first == "/" ? found.value : PathText.join(PathText.clean("/" + directory), found.value)
    add(
      ConfigurationChange(effect: .set, value: [path], origin: origin, words: [found]),
      to: .workingDirectory
    )
    return path
  }

  /// All values of a line see the variables as they were before it.
  private mutating func pairs(_ pairs: Pairs, _ origin: Origin) -> [(name: WordTrace, value: WordTrace)] {
    var found: [(name: WordTrace, value: WordTrace)] = []
    for pair in document[pairs.pairs] {
      let name = noted(pair.name, origin)
      let value = pair.value.map { noted($0, origin) } ?? WordTrace(written: "", value: "", uses: [])
      found.append((name, value))
    }
    return found
  }

  private mutating func environment(_ written: Pairs, _ origin: Origin) {
    for (name, value) in pairs(written, origin) {
      var word = value
      word.uses += name.uses
      set(
        VariableSetting(name: name.value, value: value.value, cause: .written(word), origin: origin, isOfImage: true)
      )
    }
  }

  private mutating func arguments(_ written: Pairs, _ origin: Origin) {
    for pair in document[written.pairs] {
      let name = document.string(pair.name)
      let setting: (value: String, cause: VariableSetting.Cause)
      if let given = options.arguments[name] {
        setting = (given, .buildArgument)
      } else if let value = pair.value {
        let word = noted(value, origin)
        setting = (word.value, .written(word))
      } else if let index = globals[name] {
        setting = (trace.settings[index].value, .globalArgument(index))
      } else {
        declarations[name] = origin
        continue
      }
      if environment[name] != nil { hidden.insert(name) }
      set(
        VariableSetting(name: name, value: setting.value, cause: setting.cause, origin: origin, isOfImage: false)
      )
    }
  }

  private mutating func labels(_ written: Pairs, _ origin: Origin) {
    for (name, value) in pairs(written, origin) {
      let words = name.uses.isEmpty ? [value] : [name, value]
      trace.labels[ExactText(name.value), default: []].append(
        ConfigurationChange(effect: .set, value: [value.value], origin: origin, words: words)
      )
    }
  }

  private mutating func volumes(_ arguments: Arguments, _ origin: Origin) {
    for word in document[arguments.words] {
      let found = noted(word, origin)
      let change = ConfigurationChange(effect: .set, value: [found.value], origin: origin, words: [found])
      trace.volumes[ExactText(found.value), default: []].append(change)
    }
  }

  private mutating func ports(_ arguments: Arguments, _ origin: Origin) {
    for word in document[arguments.words] {
      let found = noted(word, origin)
      for text in split(word) {
        expose(text, ConfigurationChange(effect: .set, value: [text], origin: origin, words: [found]))
      }
    }
  }

  mutating func expose(_ text: String, _ change: ConfigurationChange) {
    do throws(PortSpecification.Invalid) {
      trace.ports.add(try ExposedPorts(text), change)
    } catch {
      // Docker refuses it, and names no port.
    }
  }

  private mutating func copy(_ copy: Copy, _ origin: Origin) {
    for flag in document[copy.flags] {
      if let value = flag.value { _ = noted(value, origin) }
    }
    for word in document[copy.sources] { _ = noted(word, origin) }
    _ = noted(copy.destination, origin)
  }

  // MARK: - Commands

  private func wrapped(_ form: CommandForm) -> [String] {
    switch form {
    case .exec(let words): document.strings(words)
    case .shell(let text): (shell ?? ["/bin/sh", "-c"]) + [document.string(text)]
    }
  }

  private mutating func command(_ command: Command, _ origin: Origin) {
    commandIsOwn = true
    add(ConfigurationChange(effect: .set, value: wrapped(command.form), origin: origin), to: .command)
  }

  private mutating func entrypoint(_ command: Command, _ origin: Origin) {
    let words = wrapped(command.form)
    add(
      ConfigurationChange(effect: .set, value: words.isEmpty ? nil : words, origin: origin),
      to: .entrypoint
    )
    // Of an unknown base there may be a command, too.
    let hadCommand = trace.fields[.command]?.last?.value != nil
    if !commandIsOwn, hadCommand || trace.base.isUnknown {
      add(ConfigurationChange(effect: .cleared, value: nil, origin: origin), to: .command)
    }
  }

  private mutating func shell(_ command: Command, _ origin: Origin) {
    guard case .exec(let words) = command.form else { return }
    shell = document.strings(words)
    add(ConfigurationChange(effect: .set, value: shell, origin: origin), to: .shell)
  }

  private mutating func healthcheck(_ healthcheck: Healthcheck, _ origin: Origin) {
    guard let probe = healthcheck.probe else {
      return add(ConfigurationChange(effect: .disabled, value: ["NONE"], origin: origin), to: .healthcheck)
    }
    let test: [String] =
      switch probe {
      case .exec(let words): ["CMD"] + document.strings(words)
      case .shell(let text): ["CMD-SHELL", document.string(text)]
      }
    add(ConfigurationChange(effect: .set, value: test, origin: origin), to: .healthcheck)
  }
}
