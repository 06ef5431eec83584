import DockerfileSyntax

/// A Git repository as ADD names it: a URL, or `user@host:path`, with a query and a fragment.
struct GitReference {
  private(set) var keepsGitFolder: Bool?
  private(set) var checksum = ""
  /// `github.com/…`, which is a path of the build context as well, and counts as one.
  let looksLikePath: Bool

  /// What Docker says of a repository whose query it can't use.
  struct Invalid: Error {
    let message: String
  }

  /// nil for what names no repository.
  init?(_ text: String) throws(Invalid) {
    if text.hasPrefix("./") || text.hasPrefix("../") { return nil }
    var items: [RemoteAddress.QueryItem]
    var ref = ""
    var folder = ""
    if text.hasPrefix("github.com/") {
      guard let address = RemoteAddress(path: text) else { return nil }
      looksLikePath = true
      items = address.query
      (ref, folder) = Self.fragment(address.fragment)
    } else if let address = RemoteAddress(text) {
      let isWeb = address.scheme == "http" || address.scheme == "https"
      if isWeb, !address.path.hasSuffix(".git") { return nil }
      looksLikePath = false
      items = address.query
      (ref, folder) = Self.fragment(address.fragment)
    } else if let address = RemoteAddress(secureCopy: text) {
      looksLikePath = false
      items = address.query
      (ref, folder) = Self.fragment(address.fragment)
    } else {
      return nil
    }
    try apply(&items, ref: ref, folder: folder)
  }

  /// `#ref:folder`.
  private static func fragment(_ text: String) -> (ref: String, folder: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return (text, "") }
    let folder = PathText.clean("/" + text[text.index(after: colon)...])
    return (String(text[..<colon]), String(folder.dropFirst()))
  }

  private mutating func apply(
    _ items: inout [RemoteAddress.QueryItem],
    ref: String,
    folder: String
  ) throws(Invalid) {
    var ref = ref
    var tag: String?
    var branch: String?
    var seen: Set<String> = []
    for item in items {
      guard seen.insert(item.name).inserted else {
        throw Invalid(message: "query \(DockerText.quoted(item.name.utf8)) has multiple values")
      }
    }
    for item in items {
      let isSwitch = ["submodules", "keep-git-dir", "fetch-by-commit"].contains(item.name)
      if item.value.isEmpty, !isSwitch {
        throw Invalid(message: "query \(DockerText.quoted(item.name.utf8)) has no value")
      }
      switch item.name {
      case "ref": try Self.set(&ref, item.value, "ref")
      case "tag": tag = item.value
      case "branch": branch = item.value
      case "subdir":
        var known = folder
        try Self.set(&known, item.value, "subdir")
      case "checksum", "commit": checksum = item.value
      case "keep-git-dir": keepsGitFolder = try Self.bool(item)
      case "submodules", "fetch-by-commit": _ = try Self.bool(item)
      case "mtime":
        guard item.value == "checkout" || item.value == "commit" else {
          let value = DockerText.quoted(item.value.utf8)
          throw Invalid(message: "invalid mtime value: \(value) (must be \"checkout\" or \"commit\")")
        }
      default: throw Invalid(message: "unexpected query \(DockerText.quoted(item.name.utf8))")
      }
    }
    if let tag { try Self.set(&ref, tag.hasPrefix("refs/tags/") ? tag : "refs/tags/" + tag, "ref") }
    if let branch {
      if tag != nil { throw Invalid(message: "branch conflicts with tag") }
      try Self.set(&ref, branch.hasPrefix("refs/heads/") ? branch : "refs/heads/" + branch, "ref")
    }
  }

  private static func set(_ known: inout String, _ value: String, _ what: String) throws(Invalid) {
    guard known.isEmpty || known == value else {
      let values = "\(DockerText.quoted(known.utf8)) vs \(DockerText.quoted(value.utf8))"
      throw Invalid(message: "\(what) conflicts: \(values)")
    }
    known = value
  }

  private static func bool(_ item: RemoteAddress.QueryItem) throws(Invalid) -> Bool {
    if item.value.isEmpty { return true }
    guard let value = DockerText.bool(item.value) else {
      throw Invalid(message: "invalid \(item.name) value: \(DockerText.quoted(item.value.utf8))")
    }
    return value
  }
}
