extension ExternalBase {
  /// The C library of the image: programs linked to one do not run with the other; nil when it is not known.
  package var library: BaseImageRow.CLibrary? {
    switch self {
    case .scratch: .absent
    case .image(_, let facts): facts?.libc
    }
  }

  /// Repository and leading version of the tag, for images that have one: `python` and `3.13` of `python:3.13-slim`.
  package var release: (repository: String, version: String)? {
    guard let image, let tag = image.tag, image.hasTag else { return nil }
    let version = tag.prefix { $0.isNumber || $0 == "." }
    return version.isEmpty ? nil : (image.repository, String(version))
  }
}

extension JudgedImage {
  /// An earlier stage whose compiled work reaches the image, with the libraries of both.
  package struct LibraryPair: Sendable {
    package var stage: Int
    package var item: FileItem
    package var builder: BaseImageRow.CLibrary?
    package var runtime: BaseImageRow.CLibrary?
  }

  /// Stages that give machine code or packages that may hold some.
  package var libraryPairs: [LibraryPair] {
    var pairs: [LibraryPair] = []
    for item in state.files.items {
      guard let stage = item.lineage.first, let from = build.states[stage], !item.isPartOfBase,
        item.modules != nil || isMachineCode(item, from)
      else { continue }
      if pairs.contains(where: { $0.stage == stage }) { continue }
      pairs.append(
        LibraryPair(stage: stage, item: item, builder: from.external.library, runtime: base.library)
      )
    }
    return pairs
  }

  /// The work of a stage that runs a compiler of machine code, unless that links it statically; a Python environment.
  private func isMachineCode(_ item: FileItem, _ from: StageState) -> Bool {
    guard case .output(_, let path) = item.content else { return false }
    if path.contains("site-packages") || path.hasSuffix("venv") { return true }
    let compiled = from.steps.contains { Self.compilers.contains(String($0.name.prefix { $0 != " " })) }
    return compiled && linkage(of: from) != .static
  }

  private static let compilers: Set<String> = [
    "cargo", "cc", "clang", "clang++", "c++", "cmake", "g++", "gcc", "go", "make", "meson", "ninja", "rustc", "swift",
    "zig",
  ]
}
