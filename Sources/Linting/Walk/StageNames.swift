import DockerfileSyntax

/// The names of the stages, and which stage has each of them.
struct StageNames: ~Copyable {
  private var table = NameTable()
  /// By the name's number; -1 for one that no stage has had yet.
  private var last = Scratch<Int32>()

  /// Forgets all names.
  mutating func empty() {
    table.empty()
    last.empty(keepingAtMost: 1 << 10)
  }

  /// Makes room for the names of so many stages.
  mutating func reserve(_ count: Int) {
    table.reserve(count)
    last.reserve(count)
  }

  /// The number of a name, and whether it wasn't known.
  mutating func declare(_ name: Bytes) -> (number: Int, isNew: Bool) {
    let number = table.insert(name)
    let isNew = number == last.count
    if isNew { last.append(-1) }
    return (number, isNew)
  }

  /// From here on the name of a number means this stage.
  @inline(__always)
  mutating func set(_ number: Int, to stage: Int) { last[number] = Int32(truncatingIfNeeded: stage) }

  /// The stage that a FROM means.
  @inline(__always)
  func stage(_ name: Bytes) -> Int? {
    guard let number = table.find(name), last.base[number] >= 0 else { return nil }
    return Int(last.base[number])
  }

  /// The stage that a COPY or a mount means: in any case.
  func stage(inAnyCase name: Bytes) -> Int? {
    if !name.mayHaveCapitals { return stage(name) }
    var lowered = DockerText.lower(name)
    return lowered.withUTF8 { stage($0) }
  }
}
