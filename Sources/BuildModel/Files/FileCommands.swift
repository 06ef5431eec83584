import ShellSyntax

/// The commands that move, copy and remove files, as far as their words say which.
struct FileCommands {
  /// Where the command runs; absolute.
  let directory: String

  static let programs: Set<String> = ["rm", "unlink", "rmdir", "rimraf", "mv", "cp"]

  /// Applies a command to the files; false when it is none of these.
  func apply(_ words: ArraySlice<ShellWord>, to files: inout FileTree) -> Bool {
    guard let program = words.first?.value.map(PathText.lastComponent) else { return false }
    var operands = Self.operands(words.dropFirst())
    let folder = Self.targetFolder(&operands, words.dropFirst())
    switch program {
    case "rm", "unlink", "rmdir", "rimraf":
      for path in operands { files.remove(PathText.join(directory, path)) }
    case "mv", "cp":
      guard let destination = folder ?? operands.popLast() else { break }
      let isFolder = folder != nil || operands.count > 1 || Self.isFolder(destination)
      for path in operands {
        transfer(path, to: destination, isFolder: isFolder, &files, isMove: program == "mv")
      }
    default:
      return false
    }
    return true
  }

  /// The folder behind `-t`, which is no operand then.
  private static func targetFolder(_ operands: inout [String], _ words: ArraySlice<ShellWord>) -> String? {
    var rest = words
    while let text = rest.popFirst()?.value, text != "--" {
      if text.hasPrefix("--target-directory=") { return String(text.dropFirst("--target-directory=".count)) }
      let isShort = text.hasPrefix("-") && !text.hasPrefix("--") && text.hasSuffix("t")
      guard isShort || text == "--target-directory", let folder = rest.first?.value else { continue }
      if let index = operands.firstIndex(of: folder) { operands.remove(at: index) }
      return folder
    }
    return nil
  }

  /// The words that are no options; those that are not known before run time are left out.
  private static func operands(_ words: ArraySlice<ShellWord>) -> [String] {
    var found: [String] = []
    var mayBeFlag = true
    for word in words {
      guard let text = word.value else { continue }
      let isDashed = text.utf8.first == UInt8(ascii: "-")
      if mayBeFlag, isDashed, text == "--" {
        mayBeFlag = false
      } else if !mayBeFlag || !isDashed || text == "-" {
        if text.utf8.contains(UInt8(ascii: "{")) { found += BraceExpansion.words(text) } else { found.append(text) }
      }
    }
    return found
  }

  private static func isFolder(_ path: String) -> Bool {
    path.hasSuffix("/") || path == "." || path == ".." || path.hasSuffix("/.") || path.hasSuffix("/..")
  }

  private func transfer(
    _ source: String,
    to destination: String,
    isFolder: Bool,
    _ files: inout FileTree,
    isMove: Bool
  ) {
    let path = PathText.join(directory, source)
    var target = PathText.join(directory, destination)
    // `cp -r a/. b` takes what is inside.
    if isFolder, !source.hasSuffix("/.") { target = PathText.join(target, PathText.lastComponent(path)) }
    let found = files.matches(path)
    if isMove { files.remove(path) }
    let isKnown = found.contains { $0.relation == .below("") && $0.item.modules != nil }
    for match in found {
      var item = match.item
      switch match.relation {
      case .below(let rest): item.path = rest.isEmpty ? target : PathText.join(target, rest)
      case .inside(let rest):
        // Of what came from other stages or from a build, a part is worth following too.
        guard !isKnown, !item.lineage.isEmpty || item.isOutput, let content = CopyPlacement.part(of: item.content, rest)
        else { continue }
        item.content = content
        item.path = target
      }
      files.place(item)
    }
  }
}
