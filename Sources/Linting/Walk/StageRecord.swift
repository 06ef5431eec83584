import DockerfileSyntax

/// A stage as the conversion knows it.
struct StageRecord {
  /// Index of its FROM.
  let node: Int
  /// After its FROM.
  let instructions: Range<Int>
  /// In small letters; empty for none.
  let name: Bytes
  /// What it starts from, as written.
  let base: Word
  /// The same expanded.
  var baseName: Bytes
  /// The stage of the file that it starts from; -1 for an image.
  var below = -1
  /// The base is no image name.
  var isMalformed = false
  /// Built for Windows.
  var isWindows = false
  /// The conversion has been through it.
  var isDispatched = false
  /// The target needs it.
  var isReachable = false
  /// The triggers that fire in it.
  var triggers = 0..<0
  /// What a stage begins with that starts from this one.
  var heritage = Heritage()

  var isScratch: Bool { baseName.equals("scratch") }
}

/// What a stage takes over from the one below.
struct Heritage {
  var variables = ScopeTree.Root()
  var hasShell = false
  /// A WORKDIR was in this file.
  var hasWorkdir = false
  /// How many folders deep the working directory is.
  var depth = 0
}

/// A place where a stage takes files from a stage of the file.
struct StageLink {
  let stage: Int
  let source: Int
  /// The COPY or RUN.
  let node: Int
}

/// An image that a COPY or RUN names.
struct ImportedImage {
  let name: Bytes
  /// What Docker names in an error: -1 for a mount.
  let line: Int
  let word: Word
}

/// The names of the stages, and which stage has each of them.
struct StageNames {
  private var table = NameTable()
  /// By the name's number; -1 for one that no stage has had yet.
  private var last: [Int] = []

  /// False for a name that is known.
  mutating func declare(_ name: Bytes) -> Bool {
    let isNew = table.insert(name) == last.count
    if isNew { last.append(-1) }
    return isNew
  }

  /// From here on the name means this stage.
  mutating func set(_ name: Bytes, to stage: Int) {
    if let index = table.find(name) { last[index] = stage }
  }

  /// The stage that a FROM means.
  func stage(_ name: Bytes) -> Int? {
    guard let index = table.find(name), last[index] >= 0 else { return nil }
    return last[index]
  }

  /// The stage that a COPY or a mount means: in any case.
  func stage(inAnyCase name: Bytes) -> Int? {
    if !name.contains(where: { $0 >= 0x80 || ($0 >= 0x41 && $0 <= 0x5A) }) { return stage(name) }
    var lowered = DockerText.lower(name)
    return lowered.withUTF8 { stage($0) }
  }
}
