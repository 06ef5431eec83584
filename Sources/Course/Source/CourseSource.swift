/// Where the files of a course come from. Paths are below its root and have `/` between their parts.
package protocol CourseSource: Sendable {
  /// What lies directly in a folder, in byte order of the names; nil when there is no such folder.
  func entries(of folder: String) throws(CourseError) -> [CourseEntry]?

  /// The bytes of a file; nil when there is none.
  func bytes(at path: String) throws(CourseError) -> [UInt8]?

  /// The document in a YAML file where it is known without parsing; nil otherwise.
  func tree(at path: String) -> YAMLTree?
}

/// A name in a folder of a course.
package struct CourseEntry: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    case folder
    /// A link, a device or the like; nothing that a course may hold.
    case other
  }

  package var name: String
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension CourseSource {
  package func tree(at path: String) -> YAMLTree? { nil }

  /// Every file below a folder and everything that is neither file nor folder, by path below that folder, in byte
  /// order.
  func tree(below folder: String) throws(CourseError) -> [CourseEntry] {
    var found: [CourseEntry] = []
    var pending = [""]
    while let prefix = pending.popLast() {
      for entry in try entries(of: folder + prefix.dropLast().pathSuffix) ?? [] {
        let name = prefix + entry.name
        if entry.kind == .folder {
          pending.append("\(name)/")
        } else {
          found.append(CourseEntry(name: name, kind: entry.kind))
        }
      }
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension Substring {
  /// As the rest of a path: empty, or with a slash before it.
  fileprivate var pathSuffix: String { isEmpty ? "" : "/\(self)" }
}
