import BuildModel
import DockerfileSyntax

extension LintRule.Definition {
  static let copyIgnoredFile = Self(
    name: "CopyIgnoredFile",
    summary: "COPY and ADD take nothing from the build context that `.dockerignore` leaves out of it.",
    page: "copy-ignored-file",
    requirement: .ignoreFile
  )
}

extension LintWalk {
  /// - Parameter path: in the build context.
  mutating func checkIgnored(_ path: Bytes, isAdd: Bool, _ word: Word, _ site: Site) {
    guard let isIgnored = options.isIgnored else { return }
    let clean = PathText.clean(DockerText.string(path))
    guard isIgnored(clean) else { return }
    report(.copyIgnoredFile, site, at: word.range) { text in
      text.append(isAdd ? "Attempting to Add file " : "Attempting to Copy file ")
      text.append(DockerText.quoted(clean.utf8))
      text.append(" that is excluded by .dockerignore")
    }
  }
}
