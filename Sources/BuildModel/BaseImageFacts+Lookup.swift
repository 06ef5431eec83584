extension BaseImageFacts {
  /// The first row that speaks of an image; nil means that nothing is known.
  package func row(for image: ImageReference) -> BaseImageRow? {
    let tag = image.tag ?? (image.hasTag ? "" : "latest")
    return rows.first { row in
      row.repositories.contains { Self.matches($0, image.repository) }
        && (row.tags.isEmpty || row.tags.contains { Self.matches($0, tag) })
    }
  }

  /// The release line that a tag belongs to, for instance `20` for `20.11-alpine`.
  package func releaseLine(of image: ImageReference) -> ReleaseLine? {
    guard let tag = image.tag else { return nil }
    let version = tag.prefix { $0.isNumber || $0 == "." }
    return releaseLines.first { row in
      row.repository == image.repository && !row.line.isEmpty
        && (version == row.line || version.hasPrefix(row.line + ".") || tag == row.line
          || tag.hasPrefix(row.line + "-"))
    }
  }

  private static func matches(_ pattern: String, _ text: String) -> Bool {
    if !PathText.hasWildcard(pattern) { return pattern == text }
    return Glob.matchComponent(Array(pattern.utf8)[...], Array(text.utf8)[...])
  }
}
