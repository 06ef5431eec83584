import DockerfileSyntax

/// What `# check=…` says: rules to skip, experimental ones to make, whether a finding refuses the build.
struct CheckOptions {
  /// Bits of the rules that are made.
  var rules: UInt32
  var findingsAreErrors = false

  private static let experimental = LintRule.allCases.reduce(0) { $1.isExperimental ? $0 | $1.bit : $0 }
  private static let all = LintRule.allCases.reduce(0) { $0 | $1.bit }

  /// As it is where nothing is said.
  static let standard = CheckOptions(rules: all & ~experimental)

  private init(rules: UInt32) {
    self.rules = rules
  }

  /// `skip=A,B;experimental=all;error=true`, up to three of them.
  init(_ text: ArraySlice<UInt8>) throws(CheckOptionError) {
    self = .standard
    let text = DockerText.trimmed(text)
    guard !text.isEmpty else { return }
    var skipped: UInt32 = 0
    var added: UInt32 = 0
    var allSkipped: UInt32 = 0
    var allAdded: UInt32 = 0
    for option in text.split(separator: UInt8(ascii: ";"), maxSplits: 2, omittingEmptySubsequences: false) {
      guard let equals = option.firstIndex(of: UInt8(ascii: "=")) else { throw .invalid(option) }
      let key = DockerText.trimmed(option[..<equals])
      let value = DockerText.trimmed(option[(equals + 1)...])
      let namesAll = value.elementsEqual("all".utf8)
      switch DockerText.string(key) {
      case "skip": if namesAll { allSkipped = Self.all } else { skipped = Self.rules(value) }
      case "experimental": if namesAll { allAdded = Self.all } else { added = Self.rules(value) }
      case "error":
        guard let isOn = DockerText.bool(DockerText.string(value)) else { throw .notTrueOrFalse(option, value) }
        findingsAreErrors = isOn
      default: throw .invalid(key)
      }
    }
    rules &= ~(skipped | allSkipped)
    rules |= Self.experimental & (added | allAdded)
    rules &= ~Self.experimental | added | allAdded
  }

  /// What a comment above an instruction adds to the file's own: it skips more rules, or makes experimental ones.
  func adding(_ other: CheckOptions) -> CheckOptions {
    var result = self
    result.rules = (rules & other.rules & ~Self.experimental) | ((rules | other.rules) & Self.experimental)
    return result
  }

  private static func rules(_ list: ArraySlice<UInt8>) -> UInt32 {
    list.split(separator: UInt8(ascii: ",")).reduce(0) { rules, name in
      rules | (LintRule(name: DockerText.string(DockerText.trimmed(name)))?.bit ?? 0)
    }
  }
}

/// What is wrong with `# check=…`, in Docker's words.
struct CheckOptionError: Error {
  let message: String

  static func invalid(_ option: ArraySlice<UInt8>) -> CheckOptionError {
    CheckOptionError(message: "invalid check option \(DockerText.quoted(option))")
  }

  static func notTrueOrFalse(_ option: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> CheckOptionError {
    let reason = "strconv.ParseBool: parsing \(DockerText.quoted(value)): invalid syntax"
    return CheckOptionError(message: "failed to parse check option \(DockerText.quoted(option)): \(reason)")
  }
}
