import DockerfileSyntax

extension LintRule.Definition {
  static let secretsUsedInArgOrEnv = Self(
    name: "SecretsUsedInArgOrEnv",
    summary: "No ARG and no ENV is named like a secret: what they hold stays in the image or its history.",
    page: "secrets-used-in-arg-or-env"
  )
}

extension LintWalk {
  /// Judges the words of a name between its underscores, in any case.
  /// - Parameter instruction: ARG or ENV.
  mutating func checkSecret(_ instruction: StaticString, _ name: Bytes, _ word: Word, _ site: Site) {
    guard SecretName.suspects(name) else { return }
    report(.secretsUsedInArgOrEnv, site, at: word.range) { text in
      text.append("Do not use ARG or ENV instructions for sensitive data (")
      text.append(instruction)
      text.append(" ")
      text.append(quoted: name)
      text.append(")")
    }
  }
}

/// Which names are suspected: those with a word such as `password`, and none that makes it harmless.
private enum SecretName {
  static func suspects(_ name: Bytes) -> Bool {
    var isSecret = false
    var start = 0
    while start <= name.count {
      var end = start
      while end < name.count, name[end] != 0x5F { end += 1 }
      switch kind(of: Bytes(rebasing: name[start..<end])) {
      case .harmless: return false
      case .secret: isSecret = true
      case .other: break
      }
      start = end + 1
    }
    return isSecret
  }

  private enum Kind {
    case secret, harmless, other
  }

  private static func kind(of word: Bytes) -> Kind {
    guard word.count >= 3, word.count <= 14 else { return .other }
    for byte in word where byte >= 0x80 { return wideKind(of: word) }
    switch word.count {
    case 3: return word.equalsIgnoringCase("key") ? .secret : .other
    case 4: return word.equalsIgnoringCase("auth") ? .secret : word.equalsIgnoringCase("file") ? .harmless : .other
    case 5: return word.equalsIgnoringCase("token") || word.equalsIgnoringCase("pword") ? .secret : .other
    case 6:
      if word.equalsIgnoringCase("public") { return .harmless }
      let isSecret =
        word.equalsIgnoringCase("secret") || word.equalsIgnoringCase("passwd") || word.equalsIgnoringCase("apikey")
      return isSecret ? .secret : .other
    case 7: return word.equalsIgnoringCase("version") ? .harmless : .other
    case 8: return word.equalsIgnoringCase("password") ? .secret : .other
    case 10: return word.equalsIgnoringCase("credential") ? .secret : .other
    case 11: return word.equalsIgnoringCase("credentials") ? .secret : .other
    default: return .other
    }
  }

  /// U+017F and U+212A count as s and k where case doesn't.
  private static func wideKind(of word: Bytes) -> Kind {
    var text: [UInt8] = []
    for scalar in DockerText.string(word).unicodeScalars {
      let letter: Unicode.Scalar = scalar == "\u{17F}" ? "s" : scalar == "\u{212A}" ? "k" : scalar
      guard letter.isASCII else { return .other }
      text.append(UInt8(truncatingIfNeeded: letter.value))
    }
    return text.withUnsafeBufferPointer { kind(of: $0) }
  }
}
