import Content

/// The course that is part of the program.
package struct EmbeddedCourse: CourseSource {
  package init() {}

  package func entries(of folder: String) throws(CourseError) -> [CourseEntry]? {
    let prefix = Array("\(folder)/".utf8)
    var entries: [CourseEntry] = []
    for file in EmbeddedContent.files {
      let path = file.path
      guard path.utf8.starts(with: prefix) else { continue }
      let rest = path.utf8.dropFirst(prefix.count)
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      let entry = CourseEntry(name: String(Substring(name)), kind: name.endIndex == rest.endIndex ? .file : .folder)
      if entry != entries.last { entries.append(entry) }
    }
    return entries.isEmpty ? nil : entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  package func bytes(at path: String) throws(CourseError) -> [UInt8]? {
    EmbeddedContent.bytes(path)
  }

  package func tree(at path: String) -> YAMLTree? {
    EmbeddedContent.file(path).flatMap { YAMLTree($0) }
  }

  func tree(at path: String, deferring list: String, but keys: Set<String>) -> DeferredTree? {
    EmbeddedContent.file(path).flatMap { DeferredTree($0, list: list, keeping: keys) }
  }
}
