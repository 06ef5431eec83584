extension BaseImageFacts {
  /// The first row that speaks of an image; nil means that nothing is known.
  package func row(for image: ImageReference) -> BaseImageRow? {
    place(of: image).map { rows[$0] }
  }

  /// The row that speaks of an image, and the environment that it sets.
  func start(of image: ImageReference) -> (row: BaseImageRow, environment: Variables)? {
    place(of: image).map { (rows[$0], rowIndex.environments[$0]) }
  }

  private func place(of image: ImageReference) -> Int? {
    rowIndex.row(for: image.repository, tag: image.tag ?? (image.hasTag ? "" : "latest"))
  }

  /// The release line that a tag belongs to, for instance `20` for `20.11-alpine`.
  package func releaseLine(of image: ImageReference) -> ReleaseLine? {
    guard let tag = image.tag, let places = lineIndex[image.repository] else { return nil }
    let version = tag.utf8.prefix { ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: ".") }
    let found = places.first { place in
      let line = releaseLines[place].line
      return !line.isEmpty && (Self.leads(line, version, before: ".") || Self.leads(line, tag.utf8[...], before: "-"))
    }
    return found.map { releaseLines[$0] }
  }

  /// Whether a text is a release line, or begins with it and a separator.
  private static func leads(_ line: String, _ text: Substring.UTF8View, before separator: Unicode.Scalar) -> Bool {
    guard text.starts(with: line.utf8) else { return false }
    let next = text.dropFirst(line.utf8.count).first
    return next == nil || next == UInt8(ascii: separator)
  }
}

/// The rows of the facts by repository, so that an image is compared with a few of them.
struct BaseImageIndex: Sendable {
  /// A text, in which `*` and its like may stand for others.
  private struct Pattern: Sendable {
    private let text: String
    private let wildcard: ArraySlice<UInt8>?

    init(_ text: String) {
      self.text = text
      wildcard = PathText.hasWildcard(text) ? Array(text.utf8)[...] : nil
    }

    var hasWildcard: Bool { wildcard != nil }

    func matches(_ other: String) -> Bool {
      guard let wildcard else { return text == other }
      return Glob.matchComponent(wildcard, Array(other.utf8)[...])
    }
  }

  private var exact: [String: [Int]] = [:]
  private var wild: [(pattern: Pattern, row: Int)] = []
  private var tags: [[Pattern]] = []
  /// What each row sets.
  private(set) var environments: [Variables] = []

  init(_ rows: [BaseImageRow]) {
    for (place, row) in rows.enumerated() {
      tags.append(row.tags.map { Pattern($0) })
      environments.append(Variables(entries: row.environment))
      for repository in row.repositories {
        let pattern = Pattern(repository)
        if pattern.hasWildcard {
          wild.append((pattern, place))
        } else if exact[repository]?.last != place {
          exact[repository, default: []].append(place)
        }
      }
    }
  }

  /// The first row for a repository and a tag.
  func row(for repository: String, tag: String) -> Int? {
    let named = exact[repository]?.first { matches($0, tag) }
    let other = wild.first { ($0.row < named ?? .max) && $0.pattern.matches(repository) && matches($0.row, tag) }
    return other?.row ?? named
  }

  private func matches(_ row: Int, _ tag: String) -> Bool {
    tags[row].isEmpty || tags[row].contains { $0.matches(tag) }
  }
}
