import DockerfileSyntax

/// All variables of a walk: names as numbers, their values, and for each stage which of them it sees.
struct VariableStore: ~Copyable {
  /// A variable at one place.
  struct Binding {
    let name: Int32
    let value: Bytes
    /// False for an ARG without a value: it is declared, and not set.
    let isSet: Bool
    /// The binding that the image's own environment has for the name; 0 for none.
    let environment: Int32
  }

  private(set) var names = NameTable()
  private var tree = ScopeTree()
  /// The first one is none.
  private var bindings = Scratch<Binding>()
  /// The name of the stage that is built.
  var targetStage = Bytes("default")
  private(set) var arena = Arena()

  init() { addNoBinding() }

  /// Forgets all variables.
  mutating func empty() {
    arena.empty()
    targetStage = Bytes("default")
    if names.count == 0 { return }
    names.empty()
    tree.empty()
    bindings.empty(keepingAtMost: 1 << 10)
    addNoBinding()
  }

  private mutating func addNoBinding() {
    bindings.append(Binding(name: 0, value: .none, isSet: false, environment: 0))
  }

  /// What is bound to a name, for the name that it is asked for.
  func binding(_ name: Bytes, at root: ScopeTree.Root) -> Binding? {
    guard !root.isEmpty, let index = names.find(name) else { return nil }
    let number = tree.value(of: index, at: root)
    return number == 0 ? nil : bindings[number]
  }

  /// ENV: for the image and for what follows.
  mutating func setEnvironment(_ name: Bytes, _ value: Bytes, at root: inout ScopeTree.Root) {
    add(name, value, isSet: true, environment: nil, at: &root)
  }

  /// ARG with a value.
  /// - Returns: the name's number when the image's environment has it, too: a stage that starts from this one sees that
  ///   value again.
  mutating func setArgument(_ name: Bytes, _ value: Bytes, isPath: Bool, at root: inout ScopeTree.Root) -> Int? {
    var below = Int(binding(name, at: root)?.environment ?? 0)
    if below == 0, isPath {
      var other = root
      add(name, Predefined.path, isSet: true, environment: nil, at: &other)
      below = bindings.count - 1
    }
    add(name, value, isSet: true, environment: below, at: &root)
    return below == 0 ? nil : names.find(name)
  }

  /// As if it had never been set.
  mutating func forget(_ name: Bytes, at root: inout ScopeTree.Root) {
    if let index = names.find(name) { tree.set(0, for: index, at: &root) }
  }

  /// ARG without one.
  mutating func declare(_ name: Bytes, at root: inout ScopeTree.Root) {
    if binding(name, at: root) == nil {
      add(name, .none, isSet: false, environment: 0, at: &root)
    }
  }

  private mutating func add(
    _ name: Bytes,
    _ value: Bytes,
    isSet: Bool,
    environment: Int?,
    at root: inout ScopeTree.Root
  ) {
    let index = names.insert(name)
    let binding = Binding(
      name: Int32(truncatingIfNeeded: index),
      value: value,
      isSet: isSet,
      environment: Int32(truncatingIfNeeded: environment ?? bindings.count)
    )
    tree.set(bindings.count, for: index, at: &root)
    bindings.append(binding)
  }

  /// What a stage that starts from this one begins with: the image's environment stands above the arguments.
  mutating func inherited(_ root: ScopeTree.Root, shadowing names: UnsafeBufferPointer<UInt32>) -> ScopeTree.Root {
    tree.seal()
    guard !names.isEmpty else { return root }
    var root = root
    for name in names {
      let environment = bindings[tree.value(of: Int(name), at: root)].environment
      if environment != 0 { tree.set(Int(environment), for: Int(name), at: &root) }
    }
    tree.seal()
    return root
  }

  /// The names at a place in the order in which they were last set; all of them, or those with a value.
  func names(at root: ScopeTree.Root, declaredToo: Bool) -> [Bytes] {
    tree.values(at: root).sorted().compactMap { number in
      let binding = bindings[number]
      return binding.isSet || declaredToo ? names.names[Int(binding.name)] : nil
    }
  }
}

/// What Docker defines itself.
enum Predefined {
  static var path: Bytes { Bytes("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin") }

  /// Known in FROM lines, and in a stage that declares them, but for TARGETSTAGE: for a build on and for linux/amd64.
  static func platformArgument(_ name: Bytes) -> Bytes? {
    guard name.count >= 7, name[0] == UInt8(ascii: "B") || name[0] == UInt8(ascii: "T") else { return nil }
    for (known, value) in platformArguments where name.equals(known) { return Bytes(value) }
    return nil
  }

  static let platformArguments: [(StaticString, StaticString)] = [
    ("BUILDPLATFORM", "linux/amd64"), ("BUILDOS", "linux"), ("BUILDOSVERSION", ""), ("BUILDARCH", "amd64"),
    ("BUILDVARIANT", ""), ("TARGETPLATFORM", "linux/amd64"), ("TARGETOS", "linux"), ("TARGETOSVERSION", ""),
    ("TARGETARCH", "amd64"), ("TARGETVARIANT", ""),
  ]

  static func isScannerArgument(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { isScannerArgument($0) }
  }

  /// Arguments for the scanner of a finished image, which no instruction sees.
  static func isScannerArgument(_ name: Bytes) -> Bool {
    name.equals("BUILDKIT_SBOM_SCAN_CONTEXT") || name.equals("BUILDKIT_SBOM_SCAN_STAGE")
  }
}
