import DockerfileSyntax

/// A stage as the conversion knows it, beside what the document says of it.
///
/// A file can have a million of them, which are gone through several times: so it is small.
struct StageRecord {
  /// What it starts from, expanded.
  var baseName = Bytes.none
  /// The number of its name; -1 for none.
  var name: Int32 = -1
  /// The stage of the file that it starts from; -1 for an image.
  var below: Int32 = -1
  /// The base is no image name.
  var isMalformed = false
  /// Built for Windows.
  var isWindows = false
  /// The conversion has been through it.
  var isDispatched = false
  /// The target needs it.
  var isReachable = false
  /// The triggers that fire in it.
  var triggers = Run32<UInt32>(0..<0)
  /// What a stage begins with that starts from this one.
  var heritage = Heritage()

  var isScratch: Bool { baseName.equals("scratch") }
}

/// What a stage takes over from the one below.
struct Heritage {
  var variables = ScopeTree.Root()
  /// How many folders deep the working directory is.
  var depth: Int32 = 0
  var hasShell = false
  /// A WORKDIR was in this file.
  var hasWorkdir = false
}

/// A place where a stage takes files from a stage of the file.
struct StageLink {
  let stage: Int32
  let source: Int32
  /// The COPY or RUN.
  let node: Int32

  init(stage: Int, source: Int, node: Int) {
    self.stage = Int32(truncatingIfNeeded: stage)
    self.source = Int32(truncatingIfNeeded: source)
    self.node = Int32(truncatingIfNeeded: node)
  }
}

/// An image that a COPY or RUN names.
struct ImportedImage {
  let name: Bytes
  /// What Docker names in an error: -1 for a mount.
  let line: Int32
  let word: Word
}
