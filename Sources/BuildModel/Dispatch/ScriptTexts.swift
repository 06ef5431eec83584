import Diagnostics
import ShellSyntax

/// Texts that the file itself puts into files of the image: by a heredoc of COPY, or by a command that writes down what
/// it was given. Where such a file is run as a shell script, its commands are known.
struct ScriptTexts: Sendable {
  private var texts: [String: String] = [:]
  /// Bytes that may still be followed, so that scripts which call one another come to an end.
  private var budget = 1 << 15

  private static let mostTexts = 64
  private static let longestText = 1 << 14

  /// No text is known: nothing can be started.
  var isEmpty: Bool { texts.isEmpty }

  func text(at path: String) -> String? { texts[path] }

  /// - Parameter text: nil where what the file holds is not known any more.
  mutating func set(_ text: String?, at path: String) {
    guard texts[path] != nil || texts.count < Self.mostTexts else { return }
    texts[path] = text.flatMap { $0.utf8.count <= Self.longestText ? $0 : nil }
  }

  /// What a command writes to files.
  mutating func note(_ execution: Execution, in directory: String) {
    if execution.redirections.isEmpty, texts.isEmpty { return }
    for redirection in execution.redirections where redirection.kind == .write || redirection.kind == .append {
      guard redirection.descriptor ?? 1 == 1, let target = redirection.target.value else { continue }
      let path = PathText.join(directory, target)
      let text = execution.certainty == .always ? UserFile.printed(execution).map { $0 + "\n" } : nil
      switch redirection.kind {
      case .append:
        let old = texts[path]
        set(old.flatMap { old in text.map { old + $0 } }, at: path)
      default: set(text, at: path)
      }
    }
    guard !texts.isEmpty, let program = execution.words.first?.value.map(PathText.lastComponent),
      Self.editors.contains(program)
    else { return }
    for word in execution.words.dropFirst() {
      if let text = word.value { texts[PathText.join(directory, text)] = nil }
    }
  }

  /// Programs that change the files in their arguments.
  private static let editors: Set<String> = ["cp", "mv", "install", "sed", "patch", "tee", "truncate", "dd", "ln"]

  /// The text of a script of a package; the outer nil says that it is not known, the inner one that there is none.
  func packageScript(_ name: String, in folder: String) -> String?? {
    guard !texts.isEmpty else { return nil }
    let path = PathText.join(folder, Self.manifest)
    if let own = texts[path + "#" + name] { return own }
    guard let text = texts[path], let scripts = PackageManifest(text).scripts else { return nil }
    return .some(scripts[name])
  }

  /// `npm pkg set scripts.NAME=TEXT`
  mutating func set(packageScript name: String, _ text: String, in folder: String) {
    set(text, at: PathText.join(folder, Self.manifest) + "#" + name)
  }

  /// What was copied to a path takes the place of what was there; a folder mostly brings its own package.json.
  mutating func forget(at path: String) {
    guard !texts.isEmpty else { return }
    texts[path] = nil
    let manifests = texts.keys.filter { key in
      key.split(separator: "#").first.map { $0.hasSuffix("/" + Self.manifest) } ?? false
        && PathText.relative(key, in: path) != nil
    }
    for manifest in manifests { texts[manifest] = nil }
  }

  private static let manifest = "package.json"

  /// The commands of a script that an execution starts, as executions at its place.
  mutating func executions(
    startedBy execution: Execution,
    in directory: String,
    variables: VisibleVariables
  ) -> [Execution] {
    guard !texts.isEmpty, let call = ScriptCall(execution, in: directory, variables: variables, texts),
      call.text.utf8.count <= budget
    else { return [] }
    budget -= max(64, call.text.utf8.count)
    return call.trace.executions
  }

  /// What a script does that an execution starts; nil where that is no script of the file's.
  func trace(startedBy execution: Execution, in directory: String, variables: VisibleVariables) -> ShellTrace? {
    texts.isEmpty ? nil : ScriptCall(execution, in: directory, variables: variables, texts)?.trace
  }
}

/// An execution that starts a shell script whose text is known.
private struct ScriptCall {
  let text: String
  private let execution: Execution
  private let directory: String
  private let variables: VisibleVariables
  private var arguments: ArraySlice<ShellWord>
  private var options = ShellOptions()

  init?(
    _ execution: Execution,
    in directory: String,
    variables: VisibleVariables,
    _ texts: [String: String]
  ) {
    self.execution = execution
    self.directory = directory
    self.variables = variables
    let words = execution.words
    guard let written = words.first?.value else { return nil }
    if let shell = ShellOptions(shell: [written]) {
      guard let index = Self.scriptIndex(words), let path = words[index].value,
        let text = texts[PathText.join(directory, path)]
      else { return nil }
      options = ShellOptions(shell: words[..<index].compactMap(\.value)) ?? shell
      arguments = words[(index + 1)...]
      self.text = text
      return
    }
    if written == "." || written == "source" {
      guard let path = words.dropFirst().first?.value, let text = texts[PathText.join(directory, path)] else {
        return nil
      }
      arguments = words.dropFirst(2)
      self.text = text
      return
    }
    guard Self.isNamed(written, in: texts) else { return nil }
    let places = Self.places(of: written, in: directory, variables)
    guard let text = places.lazy.compactMap({ texts[$0] }).first, let shell = ScriptTexts.interpreter(of: text) else {
      return nil
    }
    options = shell
    arguments = words.dropFirst()
    self.text = text
  }

  /// Whether one of the texts has the name of a program.
  private static func isNamed(_ program: String, in texts: [String: String]) -> Bool {
    let name = PathText.lastComponent(program)
    return texts.keys.contains { PathText.lastComponent($0) == name }
  }

  /// The first word behind a shell's options; nil where it takes a command or its input.
  private static func scriptIndex(_ words: [ShellWord]) -> Int? {
    var index = 1
    while index < words.count, let word = words[index].value, word.hasPrefix("-") || word.hasPrefix("+") {
      if word.hasPrefix("--") || word.contains("c") || word.contains("s") || word.contains("n") { return nil }
      index += word.hasSuffix("o") ? 2 : 1
    }
    return index < words.count ? index : nil
  }

  /// A path, or a name in each of the folders of PATH.
  static func places(of program: String, in directory: String, _ variables: VisibleVariables) -> [String] {
    if program.contains("/") { return [PathText.join(directory, program)] }
    guard case .known(let path)? = variables["PATH"] else { return [] }
    return path.split(separator: ":").map { PathText.join(String($0), program) }
  }

  /// Ranges in it are those of the command that starts the script, for its own text is no place that can be shown.
  var trace: ShellTrace {
    var options = options
    options.arguments = arguments.map { $0.value.map(ShellValue.known) ?? .unknown }
    var trace = ShellSyntax.trace(
      Array(text.utf8),
      environment: { name in execution.variable(name) { variables[$0] } },
      options: options
    )
    trace.executions = trace.executions.map(placed)
    return trace
  }

  private func placed(_ inner: Execution) -> Execution {
    var placed = inner
    placed.environment = execution.environment.merging(inner.environment) { $1 }
    placed.removedVariables.formUnion(execution.removedVariables)
    placed.hasClearedEnvironment = inner.hasClearedEnvironment || execution.hasClearedEnvironment
    placed.directory = inner.directory.map { PathText.join(directory, $0.isEmpty ? "." : $0) }
    if execution.certainty == .maybe { placed.certainty = .maybe }
    placed.range = execution.range
    placed.words = inner.words.map { word in
      var word = word
      word.range = execution.range
      return word
    }
    return placed
  }
}

extension ScriptTexts {
  /// Where a program may lie.
  static func places(of program: String, in directory: String, variables: VisibleVariables) -> [String] {
    ScriptCall.places(of: program, in: directory, variables)
  }

  /// The shell of the first line; without one it is the shell that finds no program there. nil for other languages.
  static func interpreter(of text: String) -> ShellOptions? {
    guard text.hasPrefix("#!") else { return ShellOptions() }
    var words = text.dropFirst(2).prefix { $0 != "\n" }.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.first.map(PathText.lastComponent) == "env" { words.removeFirst() }
    return ShellOptions(shell: words.filter { $0 != "-S" })
  }
}
