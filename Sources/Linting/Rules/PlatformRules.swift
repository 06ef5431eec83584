import BuildModel
import DockerfileSyntax

extension LintRule.Definition {
  static let redundantTargetPlatform = Self(
    name: "RedundantTargetPlatform",
    summary: "FROM leaves out `--platform=$TARGETPLATFORM`, which is what it would take anyway.",
    page: "redundant-target-platform"
  )

  static let fromPlatformFlagConstDisallowed = Self(
    name: "FromPlatformFlagConstDisallowed",
    summary: "The `--platform` of FROM is a variable, unless the stage's name says which platform it is for.",
    page: "from-platform-flag-const-disallowed"
  )
}

extension LintWalk {
  /// TARGETPLATFORM is the only variable, and all of the result.
  mutating func checkRedundantPlatform(_ platform: ExpandedPlatform, _ scope: Scope, _ site: Site) {
    guard platform.usesTargetPlatform, !platform.usesOthers,
      platform.text.equals(variables.value(of: Bytes("TARGETPLATFORM"), in: scope) ?? Bytes(start: nil, count: 0))
    else { return }
    report(.redundantTargetPlatform, site, at: platform.word.range) { [tables] in
      let written = tables.string(platform.word)
      return "Setting platform to predefined \(written) in FROM is redundant as this is the default behavior"
    }
  }

  mutating func checkConstantPlatform(_ platform: ExpandedPlatform, stage name: Bytes, _ site: Site) {
    guard !platform.usesTargetPlatform, !platform.usesOthers, let meaning = platform.meaning else { return }
    let name = DockerText.string(name)
    guard !name.utf8.holds(meaning.system.utf8), !name.utf8.holds(meaning.architecture.utf8) else { return }
    report(.fromPlatformFlagConstDisallowed, site, at: platform.word.range) {
      "FROM --platform flag should not use constant value \(DockerText.quoted(platform.text))"
    }
  }
}

extension String.UTF8View {
  /// Whether the bytes of another text are somewhere in this one.
  fileprivate func holds(_ other: String.UTF8View) -> Bool {
    if other.isEmpty { return true }
    var rest = self[...]
    while rest.count >= other.count {
      if rest.starts(with: other) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
