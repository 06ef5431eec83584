import Diagnostics

extension BaseImageFacts {
  /// The first row that speaks of an image; nil means that nothing is known.
  package func row(for image: ImageReference) -> BaseImageRow? {
    place(of: image).map { rows[$0] }
  }

  /// What is known of an image that a stage starts from.
  func start(of image: ImageReference) -> KnownImage? {
    place(of: image).map { rowIndex.images[$0] }
  }

  private func place(of image: ImageReference) -> Int? {
    rowIndex.row(for: image.repository, tag: image.tag ?? (image.hasTag ? "" : "latest"))
  }

  /// The release line that a tag belongs to, for instance `20` for `20.11-alpine`.
  package func releaseLine(of image: ImageReference) -> ReleaseLine? {
    guard let tag = image.tag, let places = lineIndex[image.repository] else { return nil }
    let texts = lineTexts
    let found = withBytes(of: tag) { tag in
      let end = tag.firstIndex { ($0 < 0x30 || $0 > 0x39) && $0 != UInt8(ascii: ".") } ?? tag.count
      return places.first { place in
        let line = texts[place]
        guard let first = line.first, first == tag.first else { return false }
        return Self.leads(line, tag[..<end], before: ".") || Self.leads(line, tag[...], before: "-")
      }
    }
    return found.map { releaseLines[$0] }
  }

  /// What the last release line of a repository says is to be taken now.
  func newestRelease(of repository: String) -> String? {
    let lines = lineIndex[repository] ?? []
    return lines.last { !releaseLines[$0].successor.isEmpty }.map { releaseLines[$0].successor }
  }

  /// Whether a text is a release line, or begins with it and a separator.
  private static func leads(
    _ line: [UInt8],
    _ text: Slice<UnsafeBufferPointer<UInt8>>,
    before separator: Unicode.Scalar
  ) -> Bool {
    guard text.count >= line.count, text.prefix(line.count).elementsEqual(line) else { return false }
    return text.count == line.count || text[text.startIndex + line.count] == UInt8(ascii: separator)
  }
}

/// An image that a row of the facts speaks of, with what its stages begin with.
struct KnownImage: Sendable {
  let row: BaseImageRow
  let environment: Variables
  /// The start of a stage, without the name of the image.
  let beginning: StageState
}

/// The rows of the facts by repository, so that an image is compared with a few of them.
final class BaseImageIndex: Sendable {
  private let exact: NamedValues<[Int]>
  private let wild: [(pattern: NamePattern, row: Int)]
  private let tags: [[NamePattern]]
  /// One for each row.
  let images: [KnownImage]

  init(_ rows: [BaseImageRow]) {
    var exact: [String: [Int]] = [:]
    var wild: [(pattern: NamePattern, row: Int)] = []
    for (place, row) in rows.enumerated() {
      for repository in row.repositories {
        if PathText.hasWildcard(repository) {
          wild.append((NamePattern(repository), place))
        } else if exact[repository]?.last != place {
          exact[repository, default: []].append(place)
        }
      }
    }
    self.exact = NamedValues(exact)
    self.wild = wild
    tags = rows.map { $0.tags.map { NamePattern($0) } }
    images = rows.map { row in
      let environment = Variables(entries: row.environment)
      let beginning = StageState(facts: row, environment: environment, isWindows: false)
      return KnownImage(row: row, environment: environment, beginning: beginning)
    }
  }

  /// The first row for a repository and a tag.
  func row(for repository: String, tag: String) -> Int? {
    let tag = Array(tag.utf8)
    let named = exact[repository]?.first { matches($0, tag) }
    guard let first = wild.first, first.row < named ?? .max else { return named }
    let bytes = Array(repository.utf8)
    for (pattern, row) in wild {
      guard row < named ?? .max else { break }
      if pattern.matches(bytes), matches(row, tag) { return row }
    }
    return named
  }

  private func matches(_ row: Int, _ tag: [UInt8]) -> Bool {
    tags[row].isEmpty || tags[row].contains { $0.matches(tag) }
  }
}

/// A name, in which `*` and its like may stand for others.
private struct NamePattern: Sendable {
  private let bytes: [UInt8]
  /// How many bytes come before the first that stands for others.
  private let plainCount: Int

  init(_ text: String) {
    bytes = Array(text.utf8)
    plainCount = bytes.firstIndex { PathText.isWildcard($0) } ?? bytes.count
  }

  func matches(_ name: [UInt8]) -> Bool {
    guard name.count >= plainCount else { return false }
    for index in 0..<plainCount where bytes[index] != name[index] { return false }
    if plainCount == bytes.count { return name.count == plainCount }
    return Glob.matchComponent(bytes[plainCount...], name[plainCount...])
  }
}
