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
      platform.text.equals(variables.value(of: Bytes("TARGETPLATFORM"), in: scope) ?? .none)
    else { return }
    let written = tables.bytes(platform.word)
    report(.redundantTargetPlatform, site, at: platform.word.range) { text in
      text.append("Setting platform to predefined ")
      text.append(shown: written)
      text.append(" in FROM is redundant as this is the default behavior")
    }
  }

  mutating func checkConstantPlatform(_ platform: ExpandedPlatform, stage name: Bytes, _ site: Site) {
    guard !platform.usesTargetPlatform, !platform.usesOthers, let meaning = platform.meaning else { return }
    guard !name.holds(meaning.system), !name.holds(meaning.architecture) else { return }
    report(.fromPlatformFlagConstDisallowed, site, at: platform.word.range) { text in
      text.append("FROM --platform flag should not use constant value ")
      text.append(quoted: platform.text)
    }
  }
}

extension Bytes {
  /// Whether the bytes of a text are somewhere in these.
  fileprivate func holds(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      guard text.count <= count else { return false }
      return (0...count - text.count).contains { Bytes(rebasing: self[$0..<$0 + text.count]).equals(text) }
    }
  }
}
