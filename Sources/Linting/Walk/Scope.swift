/// The variables that a word sees.
struct Scope {
  var root: ScopeTree.Root
  /// FROM lines see the platform's arguments, instructions a PATH.
  let isGlobal: Bool
  /// The image has a PATH even where nobody sets one.
  var hasPath = true
}

extension VariableStore {
  /// nil for a variable without a value.
  func value(of name: Bytes, in scope: Scope) -> Bytes? {
    if let binding = binding(name, at: scope.root), binding.isSet { return binding.value }
    guard scope.isGlobal else { return scope.hasPath && name.equals("PATH") ? Predefined.path : nil }
    return name.equals("TARGETSTAGE") ? targetStage : Predefined.platformArgument(name)
  }

  /// Whether an ARG has it, with or without a value.
  func isDeclared(_ name: String, in scope: Scope) -> Bool {
    var name = name
    return name.withUTF8 { binding($0, at: scope.root) != nil }
  }

  /// The names that a misspelt one may have meant.
  /// - Parameter declaredToo: whether a global ARG without a value is one.
  func candidates(in scope: Scope, declaredToo: Bool) -> [Bytes] {
    let own = names(at: scope.root, declaredToo: scope.isGlobal && declaredToo)
    guard scope.isGlobal else { return scope.hasPath ? [Bytes("PATH")] + own : own }
    return Predefined.platformArguments.map { Bytes($0.0) } + [Bytes("TARGETSTAGE")] + own
  }
}
